import type { City } from '../../domain/city/city';
import { areas } from './areas';
import { catalogue } from './catalogue';
import { settings } from './settings';

/** Kota Metro, Lampung. Boundaries (`data/*.geojson`) are left out: a resident's phone does not need them. */
export const metro: City = {
  code: '18.72',
  name: 'Kota Metro',
  province: 'Lampung',
  areas,
  catalogue,
  settings,
};
