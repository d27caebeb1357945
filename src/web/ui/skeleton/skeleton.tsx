import './skeleton.css';
import { useEffect, useState } from 'react';
import { useWords } from '../../copy/words';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';

/** How long the shapes stand alone before a sentence joins them, in milliseconds. */
export const SKELETON_SILENT_MS = 10_000;

/**
 * Shapes of the coming content: of rows, or of the page's main button.
 * Criteria: announced once; after ten seconds a sentence says what is happening and what to do; no motion
 * under reduced motion.
 */
export function Skeleton({ rows = 3, of = 'row' }: { rows?: number; of?: 'row' | 'button' }) {
  const { t } = useWords();
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSlow(true), SKELETON_SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  const bars = Array.from({ length: rows }, (_, index) => index);
  return (
    <div className="skeleton">
      <div role="status">
        {isSlow ? <p>{t('ui.loading.slow')}</p> : <VisuallyHidden>{t('ui.loading')}</VisuallyHidden>}
      </div>
      {bars.map((bar) => (
        <div className={`skeleton__bar skeleton__bar--${of}`} aria-hidden="true" key={bar} />
      ))}
    </div>
  );
}
