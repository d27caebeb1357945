import { Outlet } from 'react-router-dom';
import { hasPermission, type Permission } from '../../../../domain/staff/role';
import { StaffNotFoundPage } from '../frame/staff-not-found-page';
import { useStaff } from './staff-context';

/** The pages inside are there only for roles that may do one of these; the server judges each call again. */
export function ForPermission({ permissions }: { permissions: readonly Permission[] }) {
  const { me } = useStaff();
  return permissions.some((permission) => hasPermission(me.role, permission)) ? (
    <Outlet />
  ) : (
    <StaffNotFoundPage />
  );
}
