import { Outlet } from 'react-router-dom';
import { hasPermission, type Permission } from '../../../../domain/staff/role';
import { StaffNotFoundPage } from '../frame/staff-not-found-page';
import { useStaff } from './staff-context';

/** Shows the pages inside only to roles with one of these permissions; the server checks each call again. */
export function ForPermission({ permissions }: { permissions: readonly Permission[] }) {
  const { me } = useStaff();
  return permissions.some((permission) => hasPermission(me.role, permission)) ? (
    <Outlet />
  ) : (
    <StaffNotFoundPage />
  );
}
