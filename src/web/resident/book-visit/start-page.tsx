import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { chosenServices } from '../../../domain/booking/request-draft';
import { findService } from '../../../domain/catalogue/find-service';
import type { Draft, DraftChange } from '../../../offline/store/draft/draft';
import { deleteDraft, startDraft } from '../../../offline/store/draft/drafts';
import { watchDrafts } from '../../../offline/store/engine/watch';
import { useWords } from '../../copy/words';
import { nextPicture } from '../../ui/after-paint/after-next-picture';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { ElderWithOfficer } from '../../ui/illustration/elder-with-officer';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { usePhone } from '../shell/phone/phone-context';
import { useFamily } from '../shell/phone/use-family';
import { useWatched } from '../shell/phone/use-watched';
import { DraftCard } from './draft-card';
import { FamilyChoices } from './family-choices';
import { FIRST_SLUG, isPageSlug, pagePath } from './page-order';
import { SaveFailed } from './save-failed';

/** `/ajukan`: continues a draft or starts a new one, with the service or package named in the address. */
export function StartPage() {
  const { t } = useWords();
  const { store, city, now } = usePhone();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  // The drafts listed when a new one was started, so that the list does not show the new draft while its
  // first page opens.
  const [startedAmong, setStartedAmong] = useState<readonly Draft[] | undefined>(undefined);
  const [failure, setFailure] = useState<{ readonly error: unknown } | undefined>(undefined);
  const { value: keptDrafts, error: draftsError } = useWatched<readonly Draft[]>(
    (onValue, onError) => watchDrafts(store, onValue, onError),
    [store],
  );
  const service = findService(city.catalogue, search.get('layanan') ?? '');
  const pkg = city.catalogue.packages.find((candidate) => candidate.id === search.get('paket'));
  const wanted = pkg?.name ?? service?.name;

  const chosen: DraftChange = pkg ? { packageId: pkg.id } : service ? { services: [service.id] } : {};

  const { value: keptFamily, error: familyError } = useFamily();
  const [drafts, family] = [startedAmong ?? keptDrafts ?? [], keptFamily ?? []];
  // Draws nothing before both lists are known, so that no button changes its words under the resident's
  // finger.
  const isKnown = (keptDrafts ?? draftsError) !== undefined && (keptFamily ?? familyError) !== undefined;
  const isAnother = drafts.length > 0;
  const startId =
    family.length > 0 ? 'booking.family.other' : isAnother ? 'booking.start.another' : 'booking.start';

  async function start(): Promise<void> {
    setStartedAmong(drafts);
    await nextPicture();
    const change: DraftChange = { page: FIRST_SLUG, ...chosen };
    try {
      const draft = await startDraft(store, now(), change);
      await navigate(pagePath(draft.id, FIRST_SLUG));
    } catch (error) {
      setFailure({ error });
      setStartedAmong(undefined);
    }
  }

  function remove(draft: Draft): void {
    deleteDraft(store, draft.id).catch((error: unknown) => setFailure({ error }));
  }

  return (
    <Page
      back={<BackLink to="/" />}
      actions={
        isKnown ? (
          <Button
            icon={isAnother ? 'plus' : undefined}
            busy={startedAmong !== undefined}
            onClick={() => void start()}
          >
            {t(startId)}
          </Button>
        ) : (
          <Skeleton rows={1} of="button" />
        )
      }
    >
      <SaveFailed failure={failure} />
      <PageHeading
        takesFocus
        lead={t('booking.start.lead')}
        title={t('booking.tab', { heading: t('booking.start.title') })}
      >
        {t('booking.start.title')}
      </PageHeading>
      {wanted !== undefined && <Notice kind="info">{t('booking.start.wanted', { name: wanted })}</Notice>}
      {!isKnown && <div className="book-visit__picture-room" />}
      {isKnown && !isAnother && <ElderWithOfficer />}
      {isKnown && <FamilyChoices family={family} wanted={chosen} />}
      {isKnown && isAnother && <h2>{t('home.drafts')}</h2>}
      {(isKnown ? drafts : []).map((draft) => (
        <DraftCard
          key={draft.id}
          draft={draft}
          to={pagePath(draft.id, isPageSlug(draft.page) ? draft.page : FIRST_SLUG)}
          services={chosenServices(draft, city.catalogue)}
          onDelete={() => remove(draft)}
        />
      ))}
    </Page>
  );
}
