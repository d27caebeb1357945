import './desk.css';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router-dom';
import { hasPermission } from '../../../domain/staff/role';
import { useWords } from '../../copy/words';
import { useStaff } from '../shell/session/staff-context';

/** The frame of the desk's pages: its own navigation, then the page. */
export function DeskPage({ children, isWide = true }: { children: ReactNode; isWide?: boolean }) {
  const { t } = useWords();
  const { me } = useStaff();
  const links = [
    ...(hasPermission(me.role, 'see-bookings')
      ? [{ to: '/meja', label: t('desk.nav.overview'), end: true }]
      : []),
    { to: '/meja/permohonan', label: t('desk.nav.requests'), end: false },
    { to: '/meja/catat', label: t('desk.nav.take'), end: false },
    ...(hasPermission(me.role, 'callbacks')
      ? [{ to: '/meja/telepon', label: t('desk.nav.callbacks'), end: false }]
      : []),
  ];
  return (
    <>
      <nav className="desk-nav" aria-label={t('desk.nav.label')}>
        {links.map(({ to, label, end }) => (
          <NavLink key={to} to={to} end={end} className="desk-nav__link">
            {label}
          </NavLink>
        ))}
      </nav>
      <main className={isWide ? 'desk desk--wide' : 'desk'} id="isi" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
