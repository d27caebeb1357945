import './ticket-sheet.css';
import type { Fact } from '../fact/fact';
import { Facts } from '../fact/fact';
import { QrCode } from '../qr-code/qr-code';
import { TapisBand } from '../tapis-band/tapis-band';

/** A visit as printed; the caller supplies all words. */
export type Ticket = {
  readonly heading: string;
  /** The visit's number, spaced for reading aloud, on each page. */
  readonly number: string;
  readonly name: string;
  /** Date, hours, number. */
  readonly facts: readonly Fact[];
  readonly services: { readonly title: string; readonly names: readonly string[] };
  readonly requirements: {
    readonly title: string;
    readonly items: readonly { readonly name: string; readonly isReady: boolean }[];
  };
  /** That the visit is free, and whom to call. */
  readonly notes: readonly string[];
  readonly code: { readonly text: string; readonly title: string };
};

/** How many lines of requirements and services fit on one page in the largest type, and in the middle one. */
const FEW_LINES = 9;
const SOME_LINES = 16;

/**
 * Prints a visit on A4 for a resident without a phone. The type shrinks as the list grows, but stays readable
 * for elderly people; a longer list continues on a second page.
 * Criteria: visible in print only, and nothing else is printed; nothing cut off and no line split between
 * pages, each of which says whose visit it is; black on white; boxes to tick by pen; the QR code with its
 * quiet zone and words that say what it is.
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
