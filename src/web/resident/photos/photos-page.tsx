import { useState } from 'react';
import type { BookingId } from '../../../domain/booking/booking';
import { storeTrouble } from '../../../offline/store/engine/store-trouble';
import { adoptPhoto } from '../../../offline/store/photo/adopt-photo';
import type { PhotoRow as StoredPhoto } from '../../../offline/store/photo/photo';
import { removePhoto } from '../../../offline/store/photo/photos';
import { watchPhotos, watchWifiOnly } from '../../../offline/store/photo/watch-photos';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../ui/button/button';
import { Card } from '../../ui/card/card';
import { Dialog } from '../../ui/dialog/dialog';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { usePhone } from '../shell/phone/phone-context';
import { StoreTroubleNotice } from '../shell/phone/store-trouble-notice';
import { useWatched } from '../shell/phone/use-watched';
import { ShownPhotoRow } from './shown-photo-row';
import { type ShownPhoto, shownPhotos, takePath } from './shown-photos';
import type { RequiredPhotos } from './use-required-photos';
import { useConnection, WifiChoice } from './wifi-choice';

/** Lists all requirements of a draft or visit with their photos. Every photo is optional. */
export function PhotosPage({ id, required }: { id: BookingId; required: RequiredPhotos }) {
  const { t } = useWords();
  const { store, now } = usePhone();
  const connection = useConnection();
  const [removing, setRemoving] = useState<ShownPhoto | undefined>(undefined);
  const [failure, setFailure] = useState<{ readonly error: unknown } | undefined>(undefined);
  const onFailed = (error: unknown) => setFailure({ error });
  const { value: rows = [] } = useWatched<StoredPhoto[]>(
    (value, error) => watchPhotos(store, id, value, error),
    [store, id],
  );
  const { value: isWifiOnly = false } = useWatched<boolean>(
    (value, error) => watchWifiOnly(store, value, error),
    [store],
  );
  const { requirements, backTo, visit, isOver } = required;
  const photos = shownPhotos(rows, { visit, isWaitingForWifi: isWifiOnly && connection !== 'wifi' });

  const remove = async () => {
    setRemoving(undefined);
    if (removing === undefined) return;
    const { local, requirementId, photo } = removing;
    try {
      const known = { bookingId: id, requirementId, photo };
      await removePhoto(store, local?.id ?? (await adoptPhoto(store, known, now())), now());
    } catch (error) {
      onFailed(error);
    }
  };

  return (
    <Page
      back={<BackLink to={backTo} />}
      actions={<ButtonLink to={backTo}>{t(visit ? 'photos.toVisit' : 'photos.goOn')}</ButtonLink>}
    >
      <PageHeading takesFocus title={t('photos.title')} lead={t('photos.lead')}>
        {t('photos.title')}
      </PageHeading>
      {failure && <StoreTroubleNotice trouble={storeTrouble(failure.error)} />}
      {requirements.length === 0 && <Notice kind="info">{t('photos.none')}</Notice>}
      {requirements.map((requirement) => {
        const own = photos.filter((photo) => photo.requirementId === requirement.id);
        return (
          <Card key={requirement.id} title={requirement.name}>
            {own.length > 0 && (
              <ul className="photo-list">
                {own.map((photo) => (
                  <ShownPhotoRow
                    key={photo.photo}
                    photo={photo}
                    bookingId={id}
                    requirementName={requirement.name}
                    canChange={!isOver}
                    onRemove={setRemoving}
                  />
                ))}
              </ul>
            )}
            {!isOver && (
              <ButtonLink variant="secondary" icon="camera" to={takePath(id, requirement.id)}>
                {t(own.length === 0 ? 'photos.take' : 'photos.more')}{' '}
                <VisuallyHidden>{requirement.name}</VisuallyHidden>
              </ButtonLink>
            )}
          </Card>
        );
      })}
      {!isOver && (
        <WifiChoice
          bookingId={id}
          isWifiOnly={isWifiOnly}
          isWaiting={photos.some(({ state }) => state === 'wifi')}
          onFailed={onFailed}
        />
      )}
      <Dialog
        isOpen={removing !== undefined}
        onClose={() => setRemoving(undefined)}
        title={t('photos.remove.title')}
        actions={
          <>
            <Button variant="danger" icon="trash" onClick={() => void remove()}>
              {t('photos.remove.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setRemoving(undefined)}>
              {t('photos.remove.no')}
            </Button>
          </>
        }
      >
        {t('photos.remove.text')}
      </Dialog>
    </Page>
  );
}
