import { useWords } from '../../copy/words';

export type CountsLine = { readonly name: string; readonly cells: readonly string[] };

type CountsTableProps = {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly lines: readonly CountsLine[];
};

/**
 * Shows names with their figures. Criteria: header cells for rows and columns; digits of equal width; scrolls
 * on its own, by keyboard too.
 */
export function CountsTable({ caption, heads, lines }: CountsTableProps) {
  const [first = '', ...rest] = heads;
  return (
    // A scrolling region must be reachable by keyboard (axe scrollable-region-focusable), although the
    // linter's rule says otherwise.
    <section className="figures-scroll" aria-label={caption} tabIndex={0}>
      <table className="figures-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {rest.map((head) => (
              <th className="figures-number" key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, at) => (
                <td className="figures-number" key={rest[at]}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Returns functions that format counts and shares. */
export function useCountWords() {
  const { t, locale } = useWords();
  const format = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  return {
    number: (count: number) => format.format(count),
    count: (count: number | null) => (count === null ? t('figures.hidden') : format.format(count)),
    share: (share: { done: number; of: number } | null) => {
      if (share === null) return t('figures.hidden');
      return share.of === 0 ? t('figures.none') : percent.format(share.done / share.of);
    },
    ofAll: (share: { done: number; of: number } | null) =>
      share === null || share.of === 0
        ? undefined
        : t('figures.ofAll', { done: format.format(share.done), of: format.format(share.of) }),
  };
}
