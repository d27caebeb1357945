import type { City } from '../../domain/city/city';
import { areas } from './areas';
import { catalogue } from './catalogue';
import { place } from './place';

/**
 * Kota Metro, Lampung. Boundaries (`data/*.geojson`) are left out, since a resident's phone does not need
 * them.
 */
export const metro: City = { ...place, areas, catalogue };
