import { Outlet } from 'react-router-dom';
import { type Deed, mayDo } from '../../../../domain/staff/role';
import { NotFoundPage } from '../frame/not-found-page';
import { useStaff } from './staff-context';

/** The pages inside are there only for roles that may do one of these; the server judges each call again. */
export function ForDeed({ deeds }: { deeds: readonly Deed[] }) {
  const { me } = useStaff();
  return deeds.some((deed) => mayDo(me.role, deed)) ? <Outlet /> : <NotFoundPage />;
}
