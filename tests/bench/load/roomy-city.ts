import { metro } from '../../../src/city/metro/metro';
import type { City } from '../../../src/domain/city/city';

const ROOMY_MINUTES = 100_000_000;

/**
 * Metro with its own rota, days and units, but with windows that never fill: every booking gets a date, and
 * one phone may hold many.
 */
export const roomyCity: City = {
  ...metro,
  settings: {
    ...metro.settings,
    maxOpenBookingsPerDevice: 1_000,
    rota: metro.settings.rota.map((line) => ({
      ...line,
      minutes: ROOMY_MINUTES,
    })),
  },
};
