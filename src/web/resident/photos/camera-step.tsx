import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { takeFrame } from './canvas';
import { FileButton } from './file-button';
import { useCamera } from './use-camera';

type CameraStepProps = {
  readonly requirementName: string;
  readonly onBack: () => void;
  readonly onPicture: (picture: HTMLCanvasElement) => void;
  readonly onFile: (file: File) => void;
};

/**
 * Shows the camera with its shutter; offers the phone's own camera app where the page may not use the camera.
 */
export function CameraStep({ requirementName, onBack, onPicture, onFile }: CameraStepProps) {
  const { t } = useWords();
  const { video, state, light } = useCamera();
  const hasFailed = state === 'refused' || state === 'none';
  const take = () => {
    if (video.current !== null) onPicture(takeFrame(video.current));
  };
  return (
    <Page
      back={<BackLink onBack={onBack} />}
      actionsStay={!hasFailed}
      actions={
        hasFailed ? (
          <>
            <FileButton variant="primary" icon="camera" isCamera onFile={onFile}>
              {t('photos.cameraApp')}
            </FileButton>
            <FileButton variant="secondary" icon="document" onFile={onFile}>
              {t('photos.pick')}
            </FileButton>
          </>
        ) : (
          <Button icon="camera" busy={state === 'opening'} onClick={take}>
            {t('photos.shutter')}
          </Button>
        )
      }
    >
      <PageHeading
        takesFocus
        title={t('photos.take.tab', { paper: requirementName })}
        caption={t('photos.take.caption')}
      >
        {requirementName}
      </PageHeading>
      {hasFailed ? (
        <Notice kind="warning" title={t(`photos.camera.${state}`)} isLive>
          {t(`photos.camera.${state}.text`)}
        </Notice>
      ) : (
        <>
          <video
            className="photo-view"
            ref={video}
            autoPlay
            muted
            playsInline
            aria-label={t('photos.live')}
          />
          {state === 'opening' && <p role="status">{t('photos.opening')}</p>}
          {light && (
            <Button variant="secondary" icon="sun" onClick={light.toggle}>
              {t(light.isOn ? 'photos.light.off' : 'photos.light.on')}
            </Button>
          )}
        </>
      )}
    </Page>
  );
}
