import { useState } from 'react';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { type Cut, EDGES, moveEdge } from './cut';
import { PictureView } from './picture-view';

type CutStepProps = {
  readonly picture: HTMLCanvasElement;
  readonly cut: Cut;
  readonly onDone: (cut: Cut) => void;
  readonly onBack: () => void;
};

/** Moves each of the four edges with two buttons; shows the result at once and announces it as a number. */
export function CutStep({ picture, cut: before, onDone, onBack }: CutStepProps) {
  const { t } = useWords();
  const [cut, setCut] = useState(before);
  return (
    <Page
      back={<BackLink onBack={onBack} />}
      actionsStay
      actions={<Button onClick={() => onDone(cut)}>{t('photos.cut.done')}</Button>}
    >
      <PageHeading takesFocus title={t('photos.cut.title')}>
        {t('photos.cut.title')}
      </PageHeading>
      <PictureView picture={picture} cut={cut} isWhole label={t('photos.cut.view')} />
      <div className="photo-edges">
        {EDGES.map((edge) => (
          <fieldset className="photo-edge" key={edge}>
            <legend>{t(`photos.edge.${edge}`)}</legend>
            <Button variant="secondary" onClick={() => setCut(moveEdge(cut, edge, 'more'))}>
              {t('photos.cut.more')}
            </Button>
            <Button variant="secondary" onClick={() => setCut(moveEdge(cut, edge, 'less'))}>
              {t('photos.cut.less')}
            </Button>
            <VisuallyHidden>
              <span role="status">{t('photos.cut.amount', { percent: cut[edge] })}</span>
            </VisuallyHidden>
          </fieldset>
        ))}
      </div>
    </Page>
  );
}
