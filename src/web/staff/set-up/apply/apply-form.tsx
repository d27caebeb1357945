import { useState } from 'react';
import type { ConfigSaved } from '../../../../contract/staff/config';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { TextField } from '../../../ui/text-field/text-field';
import { ApiFailure } from '../../shell/api/api';
import { useFailureWords } from '../../shell/api/failure-words';
import type { ConfigDraft } from '../draft/config-draft';
import { saveDraft } from '../draft/set-up-api';
import { useSetUp } from '../draft/set-up-context';

const NOTE_LENGTH = 300;

type ApplyFormProps = {
  draft: ConfigDraft;
  /** Why the configuration is changed. */
  note: string;
  onNote: (note: string) => void;
  onSaved: (saved: ConfigSaved) => void;
};

/**
 * Puts the draft into effect with its reason. If somebody else changed the configuration meanwhile, reads it
 * again.
 */
export function ApplyForm({ draft, note, onNote, onSaved }: ApplyFormProps) {
  const { t } = useWords();
  const { replaceDraft, reload } = useSetUp();
  const [error, setError] = useState<string>();
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const apply = async () => {
    setFailure(undefined);
    if (note.trim() === '') {
      setError(t('set-up.note.empty'));
      document.getElementById('note')?.focus();
      return;
    }
    setIsBusy(true);
    try {
      const saved = await saveDraft(draft, note.trim());
      onSaved(saved);
      replaceDraft(undefined);
      await reload().catch(() => undefined);
    } catch (thrown) {
      setFailure(thrown);
      const isStale = thrown instanceof ApiFailure && thrown.code === 'config-changed';
      if (isStale) await reload().catch(() => undefined);
    }
    setIsBusy(false);
  };
  return (
    <form
      className="set-up-apply"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBusy) void apply();
      }}
    >
      <TextField
        id="note"
        label={t('set-up.note')}
        hint={t('set-up.note.hint')}
        error={error}
        value={note}
        onChange={(value) => {
          onNote(value);
          setError(undefined);
        }}
        maxLength={NOTE_LENGTH}
        autoComplete="off"
      />
      {failure !== undefined && <NotSaved failure={failure} />}
      <Button type="submit" busy={isBusy}>
        {t('set-up.apply')}
      </Button>
    </form>
  );
}

function NotSaved({ failure }: { failure: unknown }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Notice kind="problem" title={t('set-up.notSaved')} isLive>
      {words}
    </Notice>
  );
}
