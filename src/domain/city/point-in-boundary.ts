/** Corners of one ring in order, as `[lng, lat]` in degrees. */
export type Boundary = readonly (readonly [number, number])[];

/** IUGG mean radius of the earth, times one degree. */
const METRES_PER_DEGREE = (6_371_009 * Math.PI) / 180;

/**
 * Returns how far a point lies outside a boundary, in metres; 0 inside. Reckons on a plane, which over a city's
 * few kilometres is right to a metre.
 */
export function metresOutside(
  point: { readonly lat: number; readonly lng: number },
  boundary: Boundary,
): number {
  const perLng = METRES_PER_DEGREE * Math.cos((point.lat * Math.PI) / 180);
  // The point is the origin.
  const corners = boundary.map(
    ([lng, lat]) => [(lng - point.lng) * perLng, (lat - point.lat) * METRES_PER_DEGREE] as const,
  );
  let isInside = false;
  let nearest = Number.POSITIVE_INFINITY;
  corners.forEach(([x, y], at) => {
    const [fromX, fromY] = corners[(at || corners.length) - 1] ?? [x, y];
    if (y > 0 !== fromY > 0 && (fromX - x) * (-y / (fromY - y)) + x > 0) isInside = !isInside;
    nearest = Math.min(nearest, metresToEdge(fromX, fromY, x, y));
  });
  return isInside ? 0 : nearest;
}

/** The distance of the origin from the edge between two corners. */
function metresToEdge(fromX: number, fromY: number, x: number, y: number): number {
  const [dx, dy] = [x - fromX, y - fromY];
  const along = -(fromX * dx + fromY * dy) / (dx * dx + dy * dy || 1);
  const part = Math.min(1, Math.max(0, along));
  return Math.hypot(fromX + part * dx, fromY + part * dy);
}
