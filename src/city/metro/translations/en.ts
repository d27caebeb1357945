import type { CityWords } from '../../translate-city';

export const words: CityWords = {};
