import './photo-view.css';
import { type CSSProperties, useState } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { useObjectUrl } from './use-object-url';

/** How much larger than the whole picture in its frame. */
const ZOOMS = [1, 1.5, 2, 3, 4] as const;
const QUARTER = 90;
const FULL = 360;

type PhotoViewProps = {
  image: Blob;
  /** What the picture shows, for screen readers. */
  alt: string;
};

/**
 * Shows a photo, large. Buttons turn and enlarge it; scroll bars and arrow keys reach what does not fit, so
 * that dragging is never needed.
 */
export function PhotoView({ image, alt }: PhotoViewProps) {
  const { t } = useWords();
  const [zoom, setZoom] = useState(0);
  const [angle, setAngle] = useState(0);
  const [ratio, setRatio] = useState(1);
  const url = useObjectUrl(image);
  const isTurned = angle % (2 * QUARTER) !== 0;
  const shownRatio = isTurned ? 1 / ratio : ratio;
  const stage = {
    '--ratio': String(shownRatio),
    '--zoom': String(ZOOMS[zoom]),
    // For a picture on its side, the stage is as wide as the picture is high.
    '--turned': String(isTurned ? shownRatio : 1),
    '--angle': `${angle}deg`,
  } as CSSProperties;
  const turn = (by: number) => setAngle((angle + by + FULL) % FULL);
  return (
    <div className="photo-view">
      <div className="photo-view__buttons">
        <Button variant="secondary" icon="plus" onClick={() => setZoom(Math.min(zoom + 1, ZOOMS.length - 1))}>
          {t('staff-photo.larger')}
        </Button>
        <Button variant="secondary" icon="minus" onClick={() => setZoom(Math.max(zoom - 1, 0))}>
          {t('staff-photo.smaller')}
        </Button>
        <Button variant="secondary" icon="refresh" onClick={() => turn(QUARTER)}>
          {t('staff-photo.turn')}
        </Button>
      </div>
      <section className="photo-view__frame" aria-label={alt} ref={reachByKeyboard}>
        {url !== undefined && (
          <div className="photo-view__stage" style={stage}>
            <img
              className="photo-view__image"
              src={url}
              alt={alt}
              onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) =>
                setRatio(naturalWidth / Math.max(1, naturalHeight))
              }
            />
          </div>
        )}
      </section>
    </div>
  );
}

/** A scrolling region must be reachable by keyboard (WCAG 2.1.1); not every browser makes it so. */
function reachByKeyboard(frame: HTMLElement | null): void {
  if (frame !== null) frame.tabIndex = 0;
}
