import type { Place } from '../../domain/city/city';
import { settings } from './settings';

/** Kota Metro as far as the first page of the app needs it. */
export const place: Place = { code: '18.72', name: 'Kota Metro', province: 'Lampung', settings };
