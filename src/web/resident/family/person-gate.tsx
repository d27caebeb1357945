import type { ReactNode } from 'react';
import { useParams } from 'react-router-dom';
import type { FamilyPerson } from '../../../offline/store/family/person';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { ButtonLink } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useFamily } from '../shell/phone/use-family';

/** One person kept on this phone, and everybody kept there. */
export type OpenedPerson = { readonly person: FamilyPerson; readonly family: readonly FamilyPerson[] };

/**
 * Shows a page about the person named in the address, and otherwise says that the list is loading, unreadable
 * or without that person.
 */
export function PersonGate({ children }: { children: (opened: OpenedPerson) => ReactNode }) {
  const { t } = useWords();
  const { id } = useParams();
  const { value: family, error } = useFamily();
  const person = family?.find((candidate) => candidate.id === id);
  if (family !== undefined && person !== undefined) return children({ person, family });
  const back = <BackLink to="/keluarga" />;
  if (family === undefined) {
    return (
      <Page back={back}>
        {error === undefined ? (
          <Skeleton rows={3} />
        ) : (
          <Notice kind="problem">{t('family.unreadable')}</Notice>
        )}
      </Page>
    );
  }
  return (
    <Page back={back} actions={<ButtonLink to="/keluarga">{t('family.title')}</ButtonLink>}>
      <PageHeading takesFocus title={t('family.gone')}>
        {t('family.gone')}
      </PageHeading>
    </Page>
  );
}
