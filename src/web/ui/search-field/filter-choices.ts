import type { Choice } from '../choice-rows/choice';

/**
 * Folds a name for comparison: case, spaces, dots, hyphens and accents do not count, so "Iring Mulyo" equals
 * "iringmulyo".
 */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/**
 * Returns the choices whose name or hint contains the query, names that start with it first; all choices for
 * "".
 */
export function filterChoices<Value extends string>(
  choices: readonly Choice<Value>[],
  query: string,
): Choice<Value>[] {
  const wanted = fold(query);
  if (wanted === '') return [...choices];
  const rank = ({ label, hint }: Choice<Value>): number => {
    const name = fold(label);
    if (name.startsWith(wanted)) return 0;
    if (name.includes(wanted)) return 1;
    return typeof hint === 'string' && fold(hint).includes(wanted) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ choice, rank: rank(choice) }))
    .filter((ranked) => ranked.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map((ranked) => ranked.choice);
}
