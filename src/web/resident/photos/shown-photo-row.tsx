import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { StatusTag, type StatusTone } from '../../ui/status-tag/status-tag';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { type ShownPhoto, type ShownPhotoState, takePath } from './shown-photos';
import { usePhotoUrl } from './use-photo-url';

const tones: Readonly<Record<ShownPhotoState, StatusTone>> = {
  kept: 'plain',
  waiting: 'waiting',
  wifi: 'waiting',
  sent: 'good',
  readable: 'good',
  unreadable: 'warning',
  refused: 'bad',
  lost: 'bad',
};

type ShownPhotoRowProps = {
  readonly photo: ShownPhoto;
  readonly bookingId: string;
  /** The requirement's name, which a screen reader says with each button. */
  readonly requirementName: string;
  readonly canChange: boolean;
  readonly onRemove: (photo: ShownPhoto) => void;
};

/** Shows one photo: its picture while this phone has it, its state in words, and what can be done with it. */
export function ShownPhotoRow({
  photo,
  bookingId,
  requirementName,
  canChange,
  onRemove,
}: ShownPhotoRowProps) {
  const { t } = useWords();
  const { state, local, words } = photo;
  const url = usePhotoUrl(local);
  const problem = local?.problem;
  const isToRepeat = state === 'unreadable' || state === 'refused' || state === 'lost';
  return (
    <li className="photo">
      {url === undefined ? (
        <span className="photo__picture">
          <Icon name="document" />
        </span>
      ) : (
        <img className="photo__picture" src={url} alt={t('photos.picture', { paper: requirementName })} />
      )}
      <div className="photo__words">
        <StatusTag tone={tones[state]}>{t(`photos.state.${state}`)}</StatusTag>
        {words !== undefined && words !== '' && <p className="photo__said">{words}</p>}
        {state === 'lost' && <p>{t('photos.lost')}</p>}
        {state === 'refused' && problem && <p>{t(`problem.${problem.code}`)}</p>}
      </div>
      {canChange && (
        <div className="photo__actions">
          {isToRepeat && (
            <ButtonLink
              variant="secondary"
              icon="camera"
              to={takePath(bookingId, photo.requirementId, local?.id ?? photo.photo)}
            >
              {t('photos.again')} <VisuallyHidden>{requirementName}</VisuallyHidden>
            </ButtonLink>
          )}
          <Button variant="quiet" icon="trash" onClick={() => onRemove(photo)}>
            {t('photos.remove')} <VisuallyHidden>{requirementName}</VisuallyHidden>
          </Button>
        </div>
      )}
    </li>
  );
}
