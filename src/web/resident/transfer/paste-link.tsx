import { type FormEvent, useState } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { TextField } from '../../ui/text-field/text-field';

/**
 * Takes a transfer link as text, where no camera can help: two apps on one phone. `onLink` gets what was
 * pasted and returns whether a link stands in it.
 */
export function PasteLink({ onLink }: { onLink: (text: string) => boolean }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsWrong(!onLink(text));
  };
  return (
    <form className="transfer__paste" onSubmit={submit} noValidate>
      <TextField
        id="transfer-link"
        label={t('transfer.paste.label')}
        hint={t('transfer.paste.hint')}
        error={isWrong ? t('transfer.paste.wrong') : undefined}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={text}
        onChange={setText}
      />
      <Button type="submit" variant="secondary">
        {t('transfer.paste.open')}
      </Button>
    </form>
  );
}
