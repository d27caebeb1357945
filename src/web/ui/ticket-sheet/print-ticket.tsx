import { useState } from 'react';
import { createPortal } from 'react-dom';
import { Button } from '../button/button';
import { type Ticket, TicketSheet } from './ticket-sheet';

/** How long to wait for the QR code, in milliseconds; after that the sheet is printed without it. */
const LONGEST_WAIT_MS = 4_000;

type PrintTicketProps = { label: string; busyLabel: string; makeTicket: () => Ticket };

/**
 * "Cetak": draws the sheet, waits for its QR code, and opens the browser's own print dialog.
 * Criteria: one press; the sheet stays for a second print and is never visible on screen.
 */
export function PrintTicket({ label, busyLabel, makeTicket }: PrintTicketProps) {
  const [sheet, setSheet] = useState<{ readonly ticket: Ticket; readonly print: () => void } | undefined>();
  const [isBusy, setIsBusy] = useState(false);
  const begin = () => {
    let isPrinted = false;
    const print = () => {
      if (isPrinted) return;
      isPrinted = true;
      setIsBusy(false);
      // After the code's arrival is drawn.
      requestAnimationFrame(() => window.print());
    };
    setIsBusy(true);
    setSheet({ ticket: makeTicket(), print });
    setTimeout(print, LONGEST_WAIT_MS);
  };
  return (
    <>
      <Button variant="secondary" icon="print" busy={isBusy} onClick={begin}>
        {isBusy ? busyLabel : label}
      </Button>
      {sheet && createPortal(<TicketSheet ticket={sheet.ticket} onDrawn={sheet.print} />, document.body)}
    </>
  );
}
