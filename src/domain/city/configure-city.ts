import type { City } from './city';

/** What a city edits of itself; its code, name and areas stay. */
export type CityChoices = Pick<City, 'settings' | 'catalogue'>;

/** The city as it stands with other settings and another catalogue. */
export function configureCity(city: City, { settings, catalogue }: CityChoices): City {
  return { ...city, settings, catalogue };
}
