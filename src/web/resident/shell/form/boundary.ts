import { useEffect, useState } from 'react';
import type { PlacePoint } from '../../../../domain/booking/booking';
import type { Boundary } from '../../../../domain/city/point-in-boundary';

/**
 * Fetches the boundary of a kelurahan; `undefined` where none is known, or where its file cannot be had: a point
 * is then judged by its distance alone.
 */
export async function loadBoundary(area: string | undefined): Promise<Boundary | undefined> {
  if (area === undefined) return undefined;
  const file = await import('../../../../city/metro/boundaries').catch(() => undefined);
  return file?.boundaryOf(area);
}

/** Returns the boundary of a kelurahan once there is a point to judge by it. */
export function useBoundary(point: PlacePoint | undefined, area: string | undefined): Boundary | undefined {
  const [loaded, setLoaded] = useState<{
    readonly area: string | undefined;
    readonly boundary: Boundary | undefined;
  }>();
  const hasPoint = point !== undefined;
  useEffect(() => {
    let isShown = true;
    if (hasPoint) {
      void loadBoundary(area).then((boundary) => isShown && setLoaded({ area, boundary }));
    }
    return () => {
      isShown = false;
    };
  }, [hasPoint, area]);
  return loaded?.area === area ? loaded?.boundary : undefined;
}
