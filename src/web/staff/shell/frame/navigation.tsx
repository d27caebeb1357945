import { NavLink } from 'react-router-dom';
import { hasPermission, type Permission, type StaffRole } from '../../../../domain/staff/role';
import type { MessageId } from '../../../copy/compiled/message-ids';
import { useWords } from '../../../copy/words';
import { Icon } from '../../../ui/icon/icon';
import type { IconName } from '../../../ui/icon/icon-paths';
import { PATHS } from '../paths';

type Place = {
  readonly to: string;
  readonly words: MessageId;
  readonly icon: IconName;
  /** Shown to roles that have one of these permissions. */
  readonly permissions: readonly Permission[];
};

/** The entries of the navigation, in order; a new feature adds a line. */
const PLACES: readonly Place[] = [
  { to: PATHS.runSheet, words: 'staff.nav.runSheet', icon: 'list', permissions: ['run-sheet'] },
  {
    to: PATHS.desk,
    words: 'staff.nav.desk',
    icon: 'calendar',
    permissions: ['see-bookings', 'see-own-area'],
  },
  { to: PATHS.members, words: 'staff.nav.members', icon: 'people', permissions: ['manage-staff'] },
  { to: PATHS.setUp, words: 'staff.nav.setUp', icon: 'edit', permissions: ['set-up-city'] },
  { to: PATHS.figures, words: 'staff.nav.figures', icon: 'list', permissions: ['figures'] },
  { to: PATHS.audit, words: 'staff.nav.audit', icon: 'search', permissions: ['read-audit'] },
  { to: PATHS.practice, words: 'staff.nav.practice', icon: 'help', permissions: ['set-up-city'] },
  { to: PATHS.account, words: 'staff.nav.account', icon: 'person', permissions: ['own-account'] },
];

/**
 * Links to the features that a role may use. Criteria: the current entry is marked for eye and screen reader;
 * no link that the role may not open.
 */
export function Navigation({ role }: { role: StaffRole }) {
  const { t } = useWords();
  const places = PLACES.filter(({ permissions }) =>
    permissions.some((permission) => hasPermission(role, permission)),
  );
  return (
    <nav className="staff-nav" aria-label={t('staff.nav.label')}>
      <ul className="staff-nav__list">
        {places.map(({ to, words, icon }) => (
          <li key={to}>
            <NavLink className="staff-nav__link" to={to}>
              <Icon name={icon} isInline />
              {t(words)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
