import './search-field.css';
import { useState } from 'react';
import { useWords } from '../../copy/words';
import type { Choice } from '../choice-rows/choice-rows';
import { RadioRows } from '../choice-rows/choice-rows';
import type { FieldWords } from '../field/field';
import { Icon } from '../icon/icon';
import { Notice } from '../notice/notice';
import { TextField } from '../text-field/text-field';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';
import { filterChoices } from './filter-choices';

type SearchFieldProps<Value extends string> = FieldWords & {
  choices: readonly Choice<Value>[];
  value: Value | undefined;
  onChange: (value: Value) => void;
};

/**
 * Finds one of many by typing part of its name, or by reading the list.
 * Criteria: a text field and plain radio rows, not a combobox, as those fail with TalkBack and on small screens; the
 * count of matches is read aloud; what is chosen stays in the list whatever is typed; Enter picks the only match and
 * never sends the form by surprise; an error is shown once, at the text field, where the error summary leads.
 */
export function SearchField<Value extends string>({
  choices,
  value,
  onChange,
  ...words
}: SearchFieldProps<Value>) {
  const { t } = useWords();
  const [query, setQuery] = useState('');
  const matches = filterChoices(choices, query);
  const chosen = choices.find((choice) => choice.value === value);
  const shown = chosen && !matches.includes(chosen) ? [chosen, ...matches] : matches;
  return (
    <div className="search-field">
      <TextField
        {...words}
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
          const [only, ...others] = matches;
          if (only && others.length === 0) onChange(only.value);
        }}
      />
      <p className="search-field__count" role="status">
        {t('ui.search.count', { count: matches.length })}
      </p>
      {matches.length === 0 && <Notice kind="info">{t('ui.search.none', { query })}</Notice>}
      {shown.length > 0 && (
        <RadioRows
          id={`${words.id}-choice`}
          label={<VisuallyHidden>{words.label}</VisuallyHidden>}
          choices={shown}
          value={value}
          onChange={onChange}
        />
      )}
    </div>
  );
}
