import { useMemo } from 'react';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { doubtsAbout } from './canvas';
import type { Cut } from './cut';
import { PictureView } from './picture-view';
import { type SaveFailure, SaveFailureNotice } from './save-failure-notice';

type ReviewStepProps = {
  readonly requirementName: string;
  readonly picture: HTMLCanvasElement;
  readonly cut: Cut;
  readonly isSaving: boolean;
  readonly failure: SaveFailure | undefined;
  readonly onUse: () => void;
  readonly onTurn: () => void;
  readonly onCut: () => void;
  readonly onAgain: () => void;
};

/**
 * Shows the photo as it will be sent, with what may make it hard to read. A doubt never prevents using it.
 */
export function ReviewStep(props: ReviewStepProps) {
  const { requirementName, picture, cut, isSaving, failure, onUse, onTurn, onCut, onAgain } = props;
  const { t } = useWords();
  const doubts = useMemo(() => doubtsAbout(picture, cut), [picture, cut]);
  return (
    <Page
      back={<BackLink onBack={onAgain} />}
      actions={
        <>
          <Button icon="check" busy={isSaving} onClick={onUse}>
            {t('photos.use')}
          </Button>
          <Button variant="quiet" icon="camera" onClick={onAgain}>
            {t('photos.again')}
          </Button>
        </>
      }
    >
      <PageHeading
        takesFocus
        title={t('photos.review.tab', { paper: requirementName })}
        caption={requirementName}
      >
        {t('photos.review')}
      </PageHeading>
      <SaveFailureNotice failure={failure} />
      <PictureView picture={picture} cut={cut} label={t('photos.picture', { paper: requirementName })} />
      {doubts.length > 0 && (
        <Notice kind="warning" title={t('photos.doubt')} isLive>
          {doubts.map((doubt) => (
            <p key={doubt}>{t(`photos.doubt.${doubt}`)}</p>
          ))}
        </Notice>
      )}
      <div className="photo-tools">
        <Button variant="secondary" icon="refresh" onClick={onTurn}>
          {t('photos.turn')}
        </Button>
        <Button variant="secondary" icon="edit" onClick={onCut}>
          {t('photos.cut')}
        </Button>
      </div>
    </Page>
  );
}
