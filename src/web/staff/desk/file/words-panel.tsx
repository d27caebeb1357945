import { useState } from 'react';
import { MAX_REASON_CHARS } from '../../../../domain/visit/outcome';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { TextArea } from '../../../ui/text-area/text-area';

type WordsPanelProps = {
  panel: 'ask' | 'refer' | 'cancel' | 'note';
  first?: string;
  /** Whether an empty text may be sent, which withdraws the earlier one. */
  mayBeEmpty?: boolean;
  isSending: boolean;
  onSend: (text: string) => void;
};

/** A decision that needs words: a question to the resident, a place to go, or a reason. */
export function WordsPanel({ panel, first = '', mayBeEmpty = false, isSending, onSend }: WordsPanelProps) {
  const { t } = useWords();
  const [text, setText] = useState(first);
  const [error, setError] = useState<string>();
  const hint = t(`desk.panel.${panel}.hint`);
  return (
    <form
      className="file__panel"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const sent = text.trim();
        if (sent === '' && !mayBeEmpty) setError(t('desk.panel.empty'));
        else if (sent.length > MAX_REASON_CHARS) setError(t('desk.panel.long', { max: MAX_REASON_CHARS }));
        else onSend(sent);
      }}
    >
      <TextArea
        id={`panel-${panel}`}
        label={t(`desk.panel.${panel}`)}
        hint={mayBeEmpty ? `${hint} ${t('desk.panel.takeBack')}` : hint}
        error={error}
        value={text}
        onChange={(value) => {
          setText(value);
          setError(undefined);
        }}
        rows={3}
      />
      <Button type="submit" variant={panel === 'cancel' ? 'danger' : 'primary'} busy={isSending}>
        {t(`desk.panel.${panel}.send`)}
      </Button>
    </form>
  );
}
