import { useEffect, useState } from 'react';
import { useWords } from '../../copy/words';

type Squares = { readonly size: number; readonly path: string };

/** One path of unit squares, so that the picture stays one element. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
}

/** The follow link as a QR code: dark on white in any theme, with the quiet zone of 4 that ISO/IEC 18004 asks for. */
export function FollowCode({ link }: { link: string }) {
  const { t } = useWords();
  const [squares, setSquares] = useState<Squares | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    const draw = async () => {
      const { encode } = await import('uqr');
      const { size, data } = encode(link, { border: 4, ecc: 'M' });
      if (isShown) setSquares({ size, path: pathOf(data) });
    };
    // Without its code the link can still be shared in words.
    void draw().catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [link]);
  return (
    <section className="visit__section" aria-labelledby="visit-follow">
      <h2 id="visit-follow">{t('visits.follow.title')}</h2>
      <p>{t('visits.follow.text')}</p>
      <div className="visit__code">
        {squares && (
          <svg role="img" viewBox={`0 0 ${squares.size} ${squares.size}`} shapeRendering="crispEdges">
            <title>{t('visits.follow.code')}</title>
            <rect width={squares.size} height={squares.size} fill="#fff" />
            <path d={squares.path} fill="#000" />
          </svg>
        )}
      </div>
    </section>
  );
}
