import type { MessageId } from '../../../copy/compiled/message-ids';

const WORDS: Readonly<Record<string, MessageId>> = {
  submit: 'run-sheet.history.submit',
  'choose-window': 'run-sheet.history.move',
  'change-request': 'run-sheet.history.change-request',
  promote: 'run-sheet.history.promote',
  accept: 'run-sheet.history.accept',
  ask: 'run-sheet.history.ask',
  note: 'run-sheet.history.note',
  refer: 'run-sheet.history.refer',
  cancel: 'run-sheet.history.cancel',
  depart: 'run-sheet.command.start-travel',
  arrive: 'run-sheet.command.arrive-at-home',
  close: 'run-sheet.command.record-visit',
  return: 'run-sheet.command.return-visit',
  'attach-photo': 'run-sheet.history.attach-photo',
  'remove-photo': 'run-sheet.history.remove-photo',
  'judge-photo': 'run-sheet.history.judge-photo',
  'visit-photo': 'run-sheet.history.visit-photo',
};

/** Returns the words for an event of a booking; an unknown event is called a change. */
export function historyWords(action: string): MessageId {
  if (action.startsWith('late-')) return 'run-sheet.history.late';
  return WORDS[action] ?? 'run-sheet.history.other';
}
