import { type ReactNode, useState } from 'react';
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
export type OpenedPerson = {
  readonly person: FamilyPerson;
  readonly family: readonly FamilyPerson[];
  /** Another window has removed this person, whom a form still shows. */
  readonly isRemoved: boolean;
};

type PersonGateProps = {
  children: (opened: OpenedPerson) => ReactNode;
  /** Whether the page is a form, which keeps showing the person as first opened. */
  isForm?: boolean;
};

/**
 * Shows a page about the person named in the address, and otherwise says that the list is loading, unreadable
 * or without that person.
 */
export function PersonGate({ children, isForm = false }: PersonGateProps) {
  const { t } = useWords();
  const { id } = useParams();
  const { value: family, error } = useFamily();
  const person = family?.find((candidate) => candidate.id === id);
  // A form stays, since what is typed in it is on no other page.
  const [opened, setOpened] = useState<FamilyPerson>();
  if (isForm && opened === undefined && person !== undefined) setOpened(person);
  const shown = isForm ? opened : person;
  if (family !== undefined && shown !== undefined) {
    return children({ person: shown, family, isRemoved: person === undefined });
  }
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
