import './card.css';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { Icon } from '../icon/icon';
import { TapisBand } from '../tapis-band/tapis-band';
import { keepWhole } from '../whole-words/whole-words';

type CardProps = {
  title?: string | undefined;
  headingLevel?: 2 | 3 | undefined;
  /** Makes the whole card a link to this page; then nothing else in it may be pressable. */
  to?: string | undefined;
  /** Draws the weave on top: for a ticket, once per page. */
  hasBand?: boolean | undefined;
  children?: ReactNode;
};

/**
 * A card for things that belong together.
 * Criteria: a card that links to a page has one link, named by its title, and the whole card is its target.
 */
export function Card({ title, headingLevel = 2, to, hasBand = false, children }: CardProps) {
  const Heading = headingLevel === 2 ? 'h2' : 'h3';
  return (
    <article className="card">
      {hasBand && <TapisBand />}
      {title !== undefined && (
        <Heading className="card__title">
          {to === undefined ? (
            keepWhole(title)
          ) : (
            <Link className="card__link" to={to}>
              <span>{keepWhole(title)}</span>
              <Icon name="forward" />
            </Link>
          )}
        </Heading>
      )}
      {children}
    </article>
  );
}
