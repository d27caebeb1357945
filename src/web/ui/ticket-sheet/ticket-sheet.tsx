import './ticket-sheet.css';
import type { Fact } from '../fact/fact';
import { Facts } from '../fact/fact';
import { QrCode } from '../qr-code/qr-code';
import { TapisBand } from '../tapis-band/tapis-band';

/** A visit as it goes on paper: all words are said by who prints it. */
export type Ticket = {
  readonly heading: string;
  /** The visit's, as it is spoken; on each page. */
  readonly number: string;
  readonly name: string;
  /** Date, hours, number. */
  readonly facts: readonly Fact[];
  readonly services: { readonly title: string; readonly names: readonly string[] };
  readonly requirements: {
    readonly title: string;
    readonly items: readonly { readonly name: string; readonly isReady: boolean }[];
  };
  /** That it is free, whom to call. */
  readonly notes: readonly string[];
  readonly code: { readonly text: string; readonly title: string };
};

/** So many lines of papers and services fit on one page in the largest, and in the middle, type. */
const FEW_LINES = 9;
const SOME_LINES = 16;

/**
 * A4 for somebody without a phone: the type steps down with the list, but not below what an elder reads; what is longer goes
 * on on a second page.
 * Criteria: on paper alone, and there nothing else; nothing cut off and no line parted between pages, each of which says
 * whose it is; black on white; boxes to tick by pen; the code with its quiet zone and words of what it is.
 */
export function TicketSheet({ ticket, onDrawn }: { ticket: Ticket; onDrawn?: (() => void) | undefined }) {
  const { heading, number, name, facts, services, requirements, notes, code } = ticket;
  const lines = services.names.length + requirements.items.length;
  const size = lines <= FEW_LINES ? 'large' : lines <= SOME_LINES ? 'middle' : 'small';
  return (
    <section className={`ticket-sheet ticket-sheet--${size}`}>
      <p className="ticket-sheet__heading">
        <span>{heading}</span> <span>{number}</span>
      </p>
      <div className="ticket-sheet__body">
        <TapisBand />
        <p className="ticket-sheet__name">{name}</p>
        <div className="ticket-sheet__top">
          <Facts facts={facts} />
          <figure className="ticket-sheet__code">
            <QrCode text={code.text} title={code.title} onDrawn={onDrawn} />
            <figcaption>{code.title}</figcaption>
          </figure>
        </div>
        <h2>{services.title}</h2>
        <p>{services.names.join(', ')}</p>
        {requirements.items.length > 0 && (
          <>
            <h2>{requirements.title}</h2>
            <ul className="ticket-sheet__papers">
              {requirements.items.map((requirement) => (
                <li key={requirement.name}>
                  <span aria-hidden="true">{requirement.isReady ? '☑' : '☐'}</span> {requirement.name}
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="ticket-sheet__notes">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </div>
      </div>
    </section>
  );
}
