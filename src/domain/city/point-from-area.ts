import type { PlacePoint } from '../booking/booking';
import type { Area } from './city';
import { type Boundary, metresOutside } from './point-in-boundary';

/** The eight directions, clockwise from north. */
const DIRECTIONS = [
  'north',
  'north-east',
  'east',
  'south-east',
  'south',
  'south-west',
  'west',
  'north-west',
] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** Where a point lies, seen from the middle of a kelurahan, and why it may not be the house. */
export type PointFromArea = {
  readonly area: Area;
  readonly metres: number;
  readonly direction: Direction;
  readonly doubt: 'far' | 'outside' | 'inexact' | undefined;
};

/** IUGG mean radius of the earth. */
const EARTH_RADIUS_M = 6_371_009;
/** The middle of Metro's widest kelurahan, Banjarsari, is 4.8 km from its farthest corner. */
const FAR_METRES = 5_000;
/** How far outside of its boundary a house may be before anybody is asked: the lines drawn are coarse. */
const BORDER_METRES = 150;
/** A phone that sees the sky knows its place to 5 to 30 m; by masts or Wi-Fi alone it is off by streets. */
const INEXACT_METRES = 200;

/**
 * Says where a point lies from the chosen kelurahan, or from the nearest one while none is chosen; `undefined`
 * in a city without areas. With the chosen kelurahan's boundary it is `outside` as soon as it lies beyond that by
 * more than its own inexactness, and `far` without one. A doubt is asked about and never refused: a border may be drawn wrong.
 */
export function pointFromArea(
  point: PlacePoint,
  chosen: string | undefined,
  areas: readonly Area[],
  boundary?: Boundary,
): PointFromArea | undefined {
  const named = areas.find(({ code }) => code === chosen);
  const [area] = named
    ? [named]
    : [...areas].sort((a, b) => metresBetween(a, point) - metresBetween(b, point));
  if (area === undefined) return undefined;
  const metres = metresBetween(area, point);
  const beyond = named && boundary ? metresOutside(point, boundary) - BORDER_METRES : 0;
  const outside = beyond > Math.min(point.accuracyM, INEXACT_METRES) ? 'outside' : undefined;
  const inexact = point.accuracyM > INEXACT_METRES ? 'inexact' : undefined;
  return {
    area,
    metres: Math.round(metres),
    direction: directionTo(area, point),
    doubt: metres > FAR_METRES ? 'far' : (outside ?? inexact),
  };
}

type Degrees = { readonly lat: number; readonly lng: number };

const rad = (degrees: number) => (degrees * Math.PI) / 180;

/** Great-circle distance by the haversine formula. */
function metresBetween(a: Degrees, b: Degrees): number {
  const half = (from: number, to: number) => Math.sin(rad(to - from) / 2) ** 2;
  const h = half(a.lat, b.lat) + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * half(a.lng, b.lng);
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The initial bearing of the great circle, to the nearest of eight. */
function directionTo(a: Degrees, b: Degrees): Direction {
  const [from, to, dLng] = [rad(a.lat), rad(b.lat), rad(b.lng - a.lng)];
  const east = Math.sin(dLng) * Math.cos(to);
  const north = Math.cos(from) * Math.sin(to) - Math.sin(from) * Math.cos(to) * Math.cos(dLng);
  const turns = Math.atan2(east, north) / (2 * Math.PI);
  return DIRECTIONS[(Math.round(turns * 8) + 8) % 8] ?? 'north';
}
