import { foldText, foldWords } from '../catalogue/fold-text';
import type { Area } from './city';

export function findArea(areas: readonly Area[], code: string): Area | undefined {
  return areas.find((area) => area.code === code);
}

/** `Kel. Metro, Metro Pusat`: always with the kecamatan, since a kelurahan may bear the city's own name. */
export function areaLabel(area: Area): string {
  return `Kel. ${area.kelurahan}, ${area.kecamatan}`;
}

/**
 * Returns the kelurahan in which `text` is found, ignoring spaces, case and accents (Iringmulyo is Iring
 * Mulyo): first those whose own name begins with it, then those whose name contains it, then matches by
 * kecamatan. Without text, returns all in the given order.
 */
export function searchAreas(areas: readonly Area[], text: string): readonly Area[] {
  const words = foldWords(text);
  const whole = words.join('');
  return areas
    .map((area) => ({ area, rank: rankOf(area, whole, words) }))
    .filter((match) => match.rank < NO_MATCH)
    .sort((a, b) => a.rank - b.rank)
    .map((match) => match.area);
}

const NO_MATCH = 4;

function rankOf(area: Area, whole: string, words: readonly string[]): number {
  if (whole === '') return 0;
  const name = foldText(area.kelurahan);
  if (name.startsWith(whole)) return 0;
  if (name.includes(whole)) return 1;
  const label = foldText(areaLabel(area));
  if (label.includes(whole)) return 2;
  return words.every((word) => label.includes(word)) ? 3 : NO_MATCH;
}
