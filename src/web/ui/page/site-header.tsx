import './page.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Mark } from '../mark/mark';
import { TapisBand } from '../tapis-band/tapis-band';

type SiteHeaderProps = {
  name: string;
  /** The page that the name links to. */
  to?: string | undefined;
  /** At the right, such as the theme switch. */
  children?: ReactNode;
};

/**
 * Shows name and weave at the top of every page. Criteria: low, so that the page's own words are on the first
 * screen.
 */
export function SiteHeader({ name, to = '/', children }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <div className="site-header__bar">
        <Link className="site-header__home" to={to}>
          <Mark />
          <span>{name}</span>
        </Link>
        {children}
      </div>
      <TapisBand />
    </header>
  );
}
