import { NavLink } from 'react-router-dom';
import { type Deed, mayDo, type StaffRole } from '../../../../domain/staff/role';
import type { MessageId } from '../../../copy/compiled/message-ids';
import { useWords } from '../../../copy/words';
import { Icon } from '../../../ui/icon/icon';
import type { IconName } from '../../../ui/icon/icon-paths';
import { PATHS } from '../paths';

type Place = {
  readonly to: string;
  readonly words: MessageId;
  readonly icon: IconName;
  /** Shown to the roles that may do one of these. */
  readonly deeds: readonly Deed[];
};

/** The places of the app, in the order they are shown; a new feature is one more line. */
const PLACES: readonly Place[] = [
  { to: PATHS.runSheet, words: 'staff.nav.runSheet', icon: 'list', deeds: ['run-sheet'] },
  { to: PATHS.desk, words: 'staff.nav.desk', icon: 'calendar', deeds: ['see-bookings', 'see-own-area'] },
  { to: PATHS.members, words: 'staff.nav.members', icon: 'people', deeds: ['manage-staff'] },
  { to: PATHS.setUp, words: 'staff.nav.setUp', icon: 'edit', deeds: ['set-up-city'] },
  { to: PATHS.figures, words: 'staff.nav.figures', icon: 'list', deeds: ['figures'] },
  { to: PATHS.audit, words: 'staff.nav.audit', icon: 'search', deeds: ['read-audit'] },
  { to: PATHS.practice, words: 'staff.nav.practice', icon: 'help', deeds: ['set-up-city'] },
  { to: PATHS.account, words: 'staff.nav.account', icon: 'person', deeds: ['own-account'] },
];

/** Links to what a role may do. Criteria: the one she is at is marked for eye and ear; nothing she may not open. */
export function Navigation({ role }: { role: StaffRole }) {
  const { t } = useWords();
  const places = PLACES.filter(({ deeds }) => deeds.some((deed) => mayDo(role, deed)));
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
