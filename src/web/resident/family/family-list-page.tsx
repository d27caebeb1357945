import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { ButtonLink } from '../../ui/button/button';
import { ElderWithOfficer } from '../../ui/illustration/elder-with-officer';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useFamily } from '../shell/phone/use-family';

/** `/keluarga`: lists the people kept on this phone, and adds one. */
export function FamilyListPage() {
  const { t } = useWords();
  const { value: people, error } = useFamily();
  return (
    <Page
      back={<BackLink to="/" />}
      actions={
        <ButtonLink icon="plus" to="/keluarga/tambah">
          {t('family.add')}
        </ButtonLink>
      }
    >
      <PageHeading takesFocus lead={t('family.lead')} title={t('family.title')}>
        {t('family.title')}
      </PageHeading>
      {error !== undefined && <Notice kind="problem">{t('family.unreadable')}</Notice>}
      {people === undefined && error === undefined && <Skeleton rows={3} />}
      {people?.length === 0 && (
        <>
          <ElderWithOfficer />
          <p>{t('family.none')}</p>
        </>
      )}
      {people !== undefined && people.length > 0 && (
        <LinkRows
          rows={people.map(({ id, name, recipientIs }) => ({
            to: `/keluarga/${id}`,
            title: name,
            hint: t(`booking.forWhom.${recipientIs}`),
            icon: recipientIs === 'self' ? 'handset' : 'person',
          }))}
        />
      )}
      <Notice kind="info">{t('family.private')}</Notice>
    </Page>
  );
}
