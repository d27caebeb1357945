import { Navigate } from 'react-router-dom';
import { homeOf } from '../paths';
import { useStaff } from '../session/staff-context';

/** Each role begins with its own page. */
export function RoleHome() {
  const { me } = useStaff();
  return <Navigate to={homeOf(me.role)} replace />;
}
