import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { areaLabel, findArea } from '../../../domain/city/search-areas';
import { removePerson } from '../../../offline/store/family/people';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { usePhone } from '../shell/phone/phone-context';
import { useBookFor } from '../shell/phone/use-book-for';
import type { OpenedPerson } from './person-gate';

/**
 * `/keluarga/:id`: starts a request for this person with one press, and links to the forms that correct their
 * details.
 */
export function PersonPage({ person, family }: OpenedPerson) {
  const { t } = useWords();
  const { store, city } = usePhone();
  const navigate = useNavigate();
  const { bookFor, isStarting, failure } = useBookFor(family);
  const [isAsking, setIsAsking] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const { id, name, recipientIs, birthYear, phone, needs, street, area } = person;
  const remove = async () => {
    try {
      await removePerson(store, id);
      await navigate('/keluarga', { replace: true });
    } catch {
      setIsAsking(false);
      setHasFailed(true);
    }
  };
  const known = area && findArea(city.areas, area);
  const path = `/keluarga/${id}`;
  const details = [birthYear && t('family.born', { year: birthYear }), phone];
  const words = (parts: readonly (string | undefined)[]) =>
    parts.filter(Boolean).join('. ') || t('family.empty');
  return (
    <Page
      back={<BackLink to="/keluarga" />}
      actions={
        <>
          <Button icon="calendar" busy={isStarting} onClick={() => void bookFor(person)}>
            {t('family.book')}
          </Button>
          <Button variant="quiet" icon="trash" onClick={() => setIsAsking(true)}>
            {t('family.remove')}
          </Button>
        </>
      }
    >
      {(hasFailed || failure !== undefined) && (
        <Notice kind="problem" isLive>
          {t('family.notKept')}
        </Notice>
      )}
      <PageHeading takesFocus caption={t(`booking.forWhom.${recipientIs}`)} title={t('family.title')}>
        {name}
      </PageHeading>
      <LinkRows
        rows={[
          { to: `${path}/data`, title: t('family.details'), hint: words(details), icon: 'person' },
          {
            to: `${path}/kebutuhan`,
            title: t('family.needs'),
            hint: words(needs.map((need) => t(`booking.need.${need}`))),
            icon: 'help',
          },
          {
            to: `${path}/alamat`,
            title: t('family.place'),
            hint: words([street, known && areaLabel(known)]),
            icon: 'pin',
          },
        ]}
      />
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('family.remove.ask')}
        actions={
          <>
            <Button variant="danger" icon="trash" onClick={() => void remove()}>
              {t('family.remove.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
              {t('family.remove.no')}
            </Button>
          </>
        }
      >
        {t('family.remove.text', { name })}
      </Dialog>
    </Page>
  );
}
