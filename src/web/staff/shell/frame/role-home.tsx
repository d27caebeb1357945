import { Navigate } from 'react-router-dom';
import { homeOf } from '../paths';
import { useStaff } from '../session/staff-context';

/** Opens the home page of the member's role. */
export function RoleHome() {
  const { me } = useStaff();
  return <Navigate to={homeOf(me.role)} replace />;
}
