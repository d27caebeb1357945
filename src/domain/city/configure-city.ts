import type { City } from './city';

/** What a city edits of itself; its code, name and areas stay the same. */
export type CityChoices = Pick<City, 'settings' | 'catalogue'>;

/** Returns the city with other settings and another catalogue. */
export function configureCity(city: City, { settings, catalogue }: CityChoices): City {
  return { ...city, settings, catalogue };
}
