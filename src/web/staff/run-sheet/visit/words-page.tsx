import { useState } from 'react';
import type { MessageId } from '../../../copy/compiled/message-ids';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button, type ButtonVariant } from '../../../ui/button/button';
import { useCarried } from '../../../ui/carry-over/use-carried';
import { ErrorSummary, type FieldError } from '../../../ui/error-summary/error-summary';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { TextArea } from '../../../ui/text-area/text-area';
import { NotKept } from '../not-kept';
import type { CommandFailure } from '../use-crew-command';

type WordsPageProps = {
  back: string;
  name: string;
  title: MessageId;
  /** The field's label, where the usual one says too little. */
  label?: MessageId;
  lead?: MessageId;
  missing: MessageId;
  submit: MessageId;
  variant?: ButtonVariant;
  maxLength: number;
  failure: CommandFailure | undefined;
  onDone: (text: string) => void;
};

/** A page that asks for a few words, such as a reason or a note. */
export function WordsPage(props: WordsPageProps) {
  const { back, name, title, label = 'run-sheet.words', lead, missing, submit, variant = 'primary' } = props;
  const { maxLength, failure, onDone } = props;
  const { t } = useWords();
  const [text, setText] = useCarried(`${title}:${back}`, '');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const finish = () => {
    if (text.trim() === '') setErrors([{ fieldId: 'words', message: t(missing) }]);
    else onDone(text.trim());
  };
  return (
    <Page
      back={<BackLink to={back} />}
      actions={
        <Button type="submit" variant={variant}>
          {t(submit)}
        </Button>
      }
      onSubmit={finish}
    >
      <ErrorSummary errors={errors} />
      <NotKept failure={failure} />
      <PageHeading takesFocus caption={name} title={t(title)}>
        {t(title)}
      </PageHeading>
      <TextArea
        id="words"
        label={t(label)}
        hint={lead && t(lead)}
        error={errors[0]?.message}
        maxLength={maxLength}
        value={text}
        onChange={setText}
      />
    </Page>
  );
}
