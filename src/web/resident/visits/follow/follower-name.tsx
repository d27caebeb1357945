import { useState } from 'react';
import { parsePersonName } from '../../../../domain/people/person-name';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button } from '../../../ui/button/button';
import { useCarried } from '../../../ui/carry-over/use-carried';
import { ErrorSummary, type FieldError } from '../../../ui/error-summary/error-summary';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { TextField } from '../../../ui/text-field/text-field';

/** Asks the follower for a name. The requester sees this name and can end the following. */
export function FollowerName({ onName }: { onName: (name: string) => void }) {
  const { t } = useWords();
  const [name, setName] = useCarried('follower-name', '');
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const follow = () => {
    const parsed = parsePersonName(name);
    setErrors(
      parsed.ok ? [] : [{ fieldId: 'follower-name', message: t(`visits.followers.error.${parsed.problem}`) }],
    );
    if (parsed.ok) onName(parsed.name.trim());
  };
  return (
    <Page
      back={<BackLink to="/" />}
      onSubmit={follow}
      actions={
        <Button type="submit" icon="check">
          {t('visits.followers.follow')}
        </Button>
      }
    >
      <ErrorSummary errors={errors} />
      <PageHeading takesFocus title={t('visits.link.title')} lead={t('visits.followers.lead')}>
        {t('visits.link.title')}
      </PageHeading>
      <TextField
        id="follower-name"
        label={t('visits.followers.name')}
        error={errors[0]?.message}
        autoComplete="name"
        autoCapitalize="words"
        spellCheck={false}
        value={name}
        onChange={setName}
      />
    </Page>
  );
}
