import './search-field.css';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../button/button';
import type { Choice } from '../choice-rows/choice';
import { RadioRows } from '../choice-rows/choice-rows';
import type { FieldWords } from '../field/field';
import { Icon } from '../icon/icon';
import { Notice } from '../notice/notice';
import { TextField } from '../text-field/text-field';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';
import { filterChoices } from './filter-choices';
import { useByHand } from './use-by-hand';

type SearchFieldProps<Value extends string> = FieldWords & {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/**
 * Finds one of many by typing part of its name, or by reading the list. After a choice by pointer the list
 * folds to the chosen row, which keeps the focus; arrow keys choose each row they pass, and so never fold the
 * list.
 * Criteria: a text field and plain radio rows, because a combobox fails with TalkBack and on small screens; a
 * screen reader announces the count of matches; the chosen row stays in the list whatever is typed; Enter
 * picks the only match and never submits the form by surprise; an error shows once, at the text field, to
 * which the error summary links.
 */
export function SearchField<Value extends string>(props: SearchFieldProps<Value>) {
  const { choices, value, onChange, ...words } = props;
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const [isFolded, setIsFolded] = useState(value !== undefined);
  const input = useRef<HTMLInputElement>(null);
  const isByHand = useByHand();
  const isToFocus = useRef(false);
  // Draws the typed text before the rows that match it.
  const searched = useDeferredValue(query);
  const matches = useMemo(() => filterChoices(choices, searched), [choices, searched]);
  const chosen = choices.find((choice) => choice.value === value);
  const isOpen = !isFolded || chosen === undefined;
  const withChosen = chosen && !matches.includes(chosen) ? [chosen, ...matches] : matches;
  const shown = isOpen ? withChosen : [chosen];
  useEffect(() => {
    if (isOpen && isToFocus.current) input.current?.focus();
    isToFocus.current = false;
  }, [isOpen]);
  const pick = (picked: Value, isLast: boolean) => {
    setIsFolded(isLast);
    onChange(picked);
  };
  return (
    <div className="search-field">
      {isOpen && (
        <TextField
          {...words}
          ref={input}
          type="search"
          prefix={<Icon name="search" />}
          value={query}
          onChange={setQuery}
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            const [only, ...others] = filterChoices(choices, query);
            if (only && others.length === 0) pick(only.value, false);
          }}
        />
      )}
      {isOpen && (
        <p className="search-field__count" role="status">
          {t('ui.search.count', { count: matches.length })}
        </p>
      )}
      {isOpen && matches.length === 0 && (
        <Notice kind="info">{t('ui.search.none', { query: searched })}</Notice>
      )}
      {shown.length > 0 && (
        <RadioRows
          id={`${words.id}-choice`}
          label={isOpen ? <VisuallyHidden>{words.label}</VisuallyHidden> : words.label}
          choices={shown}
          value={value}
          onChange={(picked) => pick(picked, isByHand())}
        />
      )}
      {!isOpen && (
        <Button
          variant="quiet"
          onClick={() => {
            isToFocus.current = true;
            setQuery('');
            setIsFolded(false);
          }}
        >
          {t('ui.search.change')} <VisuallyHidden>{words.label}</VisuallyHidden>
        </Button>
      )}
    </div>
  );
}
