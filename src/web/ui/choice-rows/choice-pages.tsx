import { useContext, useState } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../button/button';
import type { Choice } from './choice';
import { ChoicesPerPage } from './choices-per-page';

type ChoicePages<Value extends string> = {
  readonly shown: readonly Choice<Value>[];
  /** Place of the first shown choice among all. */
  readonly from: number;
  /** Shows the next choices, and after the last the first again. */
  readonly turn: (() => void) | undefined;
};

/** Splits a long list of choices into pages, starting at the page of the chosen one. */
export function useChoicePages<Value extends string>(
  choices: readonly Choice<Value>[],
  isChosen: (value: Value) => boolean,
): ChoicePages<Value> {
  const size = useContext(ChoicesPerPage);
  const [turned, setTurned] = useState<number | undefined>(undefined);
  if (size === undefined || choices.length <= size) return { shown: choices, from: 0, turn: undefined };
  const pages = Math.ceil(choices.length / size);
  const first = choices.findIndex((choice) => isChosen(choice.value));
  const page = (turned ?? Math.floor(Math.max(first, 0) / size)) % pages;
  const from = page * size;
  return { shown: choices.slice(from, from + size), from, turn: () => setTurned(page + 1) };
}

type MoreChoicesProps = { pages: ChoicePages<string>; total: number };

/**
 * Says which of the choices are shown, and shows the next. Criteria: a screen reader announces the words when
 * they change.
 */
export function MoreChoices({ pages: { shown, from, turn }, total }: MoreChoicesProps) {
  const { t } = useWords();
  if (turn === undefined) return null;
  return (
    <>
      <p className="choices__seen" role="status">
        {t('ui.choices.seen', { from: from + 1, to: from + shown.length, total })}
      </p>
      <Button variant="secondary" icon="down" onClick={turn}>
        {t('ui.choices.more')}
      </Button>
    </>
  );
}
