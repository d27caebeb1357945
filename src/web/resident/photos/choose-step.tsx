import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { FileButton } from './file-button';
import type { BadFile } from './judge-file';

type ChooseStepProps = {
  readonly requirementName: string;
  readonly backTo: string;
  readonly badFile: BadFile | undefined;
  readonly isOpening: boolean;
  readonly onCamera: () => void;
  readonly onFile: (file: File) => void;
};

/** Says how to take a good photo, and offers the camera or a file. */
export function ChooseStep({
  requirementName,
  backTo,
  badFile,
  isOpening,
  onCamera,
  onFile,
}: ChooseStepProps) {
  const { t } = useWords();
  return (
    <Page
      back={<BackLink to={backTo} />}
      actions={
        <>
          <Button icon="camera" onClick={onCamera}>
            {t('photos.openCamera')}
          </Button>
          <FileButton variant="secondary" icon="document" busy={isOpening} onFile={onFile}>
            {t('photos.pick')}
          </FileButton>
        </>
      }
    >
      <PageHeading
        takesFocus
        title={t('photos.take.tab', { paper: requirementName })}
        caption={t('photos.take.caption')}
      >
        {requirementName}
      </PageHeading>
      {badFile && (
        <Notice kind="problem" title={t('photos.bad')} isLive>
          {t(`photos.bad.${badFile}`)}
        </Notice>
      )}
      <ul className="photo-tips">
        <li>{t('photos.tip.light')}</li>
        <li>{t('photos.tip.whole')}</li>
        <li>{t('photos.tip.steady')}</li>
      </ul>
    </Page>
  );
}
