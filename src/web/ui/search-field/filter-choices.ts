import type { Choice } from '../choice-rows/choice';

/** "Iring Mulyo" and "iringmulyo" are one name: case, spaces, dots, hyphens and accents do not count. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Choices whose name or hint holds what was typed; names that begin with it come first. All of them for "". */
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
