import { useState } from 'react';
import type { BookingFile } from '../../../../contract/staff/desk';
import type { BookingState } from '../../../../domain/booking/state';
import { hasPermission } from '../../../../domain/staff/role';
import { useWords } from '../../../copy/words';
import { Button, ButtonLink } from '../../../ui/button/button';
import { useStaff } from '../../shell/session/staff-context';
import { mayChange } from '../change/may-change';
import { CommandNotice } from '../command-notice';
import { type CommandState, type SendDecision, useCommand } from '../use-command';
import type { OnDecided } from './decided-notice';
import { MovePanel } from './move-panel';
import { WordsPanel } from './words-panel';

type Panel = 'move' | 'ask' | 'refer' | 'cancel' | 'note';

const PANELS: Readonly<Record<BookingState, readonly Panel[]>> = {
  waiting: ['move', 'ask', 'note', 'refer', 'cancel'],
  scheduled: ['move', 'ask', 'note', 'refer', 'cancel'],
  departed: ['note', 'cancel'],
  arrived: ['note'],
  closed: ['note'],
  cancelled: ['note'],
};

/** A kelurahan officer books and adds notes, and plans nothing. */
const PANELS_WITHOUT_PLANNING: readonly Panel[] = ['note'];

/** Offers what the desk can decide about a request now, one panel at a time. */
export function FileActions({ file, onDone }: { file: BookingFile; onDone: OnDecided }) {
  const { t } = useWords();
  const { me } = useStaff();
  const [panel, setPanel] = useState<Panel>();
  const [state, send] = useCommand((name) => {
    setPanel(undefined);
    onDone(name);
  });
  const { id: bookingId, revision, state: bookingState, acceptedAt } = file.booking;
  const mayPlan = hasPermission(me.role, 'plan-bookings');
  const isOpen = bookingState === 'waiting' || bookingState === 'scheduled';
  const isSending = state.state === 'sending';
  return (
    <section className="file__actions" aria-label={t('desk.file.actions')}>
      <div className="file__buttons">
        {mayPlan && isOpen && acceptedAt === undefined && (
          <Button
            icon="done"
            busy={isSending}
            onClick={() => void send({ name: 'accept-booking', bookingId, revision })}
          >
            {t('desk.do.accept')}
          </Button>
        )}
        {mayPlan && bookingState === 'waiting' && (
          <Button
            variant="secondary"
            busy={isSending}
            onClick={() => void send({ name: 'promote-booking', bookingId, revision })}
          >
            {t('desk.do.promote')}
          </Button>
        )}
        {mayChange(me, file) && (
          <ButtonLink variant="secondary" icon="edit" to={`/meja/permohonan/${bookingId}/ubah`}>
            {t('desk.do.change')}
          </ButtonLink>
        )}
        {(mayPlan ? PANELS[bookingState] : PANELS_WITHOUT_PLANNING).map((name) => (
          <Button
            key={name}
            variant={name === 'cancel' ? 'quiet' : 'secondary'}
            aria-expanded={panel === name}
            onClick={() => setPanel(panel === name ? undefined : name)}
          >
            {t(`desk.do.${name}`)}
          </Button>
        ))}
      </div>
      <CommandNotice state={state} />
      {panel !== undefined && <OpenPanel panel={panel} file={file} state={state} send={send} />}
    </section>
  );
}

type OpenPanelProps = { panel: Panel; file: BookingFile; state: CommandState; send: SendDecision };

function OpenPanel({ panel, file, state, send }: OpenPanelProps) {
  const { id: bookingId, revision, question } = file.booking;
  const common = { bookingId, revision };
  const isSending = state.state === 'sending';
  switch (panel) {
    case 'move':
      return (
        <MovePanel
          file={file}
          isSending={isSending}
          onMove={(choice) => void send({ ...common, name: 'move-visit', choice })}
        />
      );
    case 'ask':
      return (
        <WordsPanel
          panel="ask"
          first={question?.text ?? ''}
          mayBeEmpty={question !== undefined}
          isSending={isSending}
          onSend={(text) => void send({ ...common, name: 'ask-resident', text })}
        />
      );
    case 'refer':
      return (
        <WordsPanel
          panel="refer"
          isSending={isSending}
          onSend={(whereTo) => void send({ ...common, name: 'refer-booking', whereTo })}
        />
      );
    case 'cancel':
      return (
        <WordsPanel
          panel="cancel"
          isSending={isSending}
          onSend={(reason) => void send({ ...common, name: 'cancel-visit', reason })}
        />
      );
    case 'note':
      return (
        <WordsPanel
          panel="note"
          isSending={isSending}
          onSend={(text) => void send({ name: 'add-note', bookingId, text })}
        />
      );
  }
}
