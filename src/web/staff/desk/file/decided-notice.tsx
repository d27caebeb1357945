import { useEffect } from 'react';
import type { DeskCommand } from '../../../../contract/staff/commands';
import type { MessageId } from '../../../copy/compiled/message-ids';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';

type Name = DeskCommand['name'];

export type OnDecided = (name: Name) => void;

const WORDS: { readonly [Decided in Name]?: MessageId } = {
  'accept-booking': 'desk.done.accept',
  'promote-booking': 'desk.done.promote',
  'move-visit': 'desk.done.move',
  'ask-resident': 'desk.done.ask',
  'refer-booking': 'desk.done.refer',
  'cancel-visit': 'desk.done.cancel',
  'add-note': 'desk.done.note',
  'resolve-record': 'desk.done.resolve',
};

/**
 * Says what was decided. The pressed button disappears with its panel, which would leave the keyboard user
 * halfway down the page: the focus moves to `headingId`, where the new state and date are.
 */
export function DecidedNotice({ name, headingId }: { name: Name; headingId: string }) {
  const { t } = useWords();
  const words = WORDS[name];
  useEffect(() => document.getElementById(headingId)?.focus(), [headingId]);
  if (words === undefined) return null;
  return (
    <Notice kind="success" isLive>
      {t(words)}
    </Notice>
  );
}
