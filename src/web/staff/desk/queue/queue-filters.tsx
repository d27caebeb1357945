import { useEffect, useRef, useState } from 'react';
import type { QueueQuery } from '../../../../contract/staff/desk';
import type { City } from '../../../../domain/city/city';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { SelectField } from '../../../ui/select-field/select-field';
import { TextField } from '../../../ui/text-field/text-field';
import { QUEUE_VIEWS, type QueueView } from './queue-query';

type QueueFiltersProps = {
  query: QueueQuery;
  city: City;
  onChange: (change: Readonly<Partial<Record<keyof QueueQuery, string>>>) => void;
};

/** Filters the list. Every choice is in the address, so that it can be bookmarked, shared and returned to. */
export function QueueFilters({ query, city, onChange }: QueueFiltersProps) {
  const { t } = useWords();
  const { programmes } = city.settings;
  return (
    <search className="queue-filters">
      <SearchBox text={query.q ?? ''} onSearch={(q) => onChange({ q })} />
      <SelectField
        id="view"
        label={t('desk.filter.view')}
        choices={QUEUE_VIEWS.map((view) => ({ value: view, label: t(`desk.view.${view}`) }))}
        value={query.view ?? 'open'}
        onChange={(view: QueueView) => onChange({ view })}
      />
      <SelectField
        id="unit"
        label={t('desk.filter.unit')}
        choices={[
          { value: '', label: t('desk.filter.allUnits') },
          ...city.settings.units.map(({ id, name }) => ({ value: String(id), label: name })),
        ]}
        value={query.unit ?? ''}
        onChange={(unit) => onChange({ unit })}
      />
      <SelectField
        id="area"
        label={t('desk.filter.area')}
        choices={[
          { value: '', label: t('desk.filter.allAreas') },
          ...city.areas.map(({ code, kelurahan, kecamatan }) => ({
            value: String(code),
            label: `${kelurahan} (${kecamatan})`,
          })),
        ]}
        value={query.area ?? ''}
        onChange={(area) => onChange({ area })}
      />
      {programmes.length > 1 && (
        <SelectField
          id="programme"
          label={t('desk.filter.programme')}
          choices={[
            { value: '', label: t('desk.filter.allProgrammes') },
            ...programmes.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
          value={query.programme ?? ''}
          onChange={(programme) => onChange({ programme })}
        />
      )}
      <Field id="day" label={t('desk.filter.day')}>
        <input
          className="field__input"
          id="day"
          type="date"
          value={query.day ?? ''}
          onChange={(event) => onChange({ day: event.target.value })}
        />
      </Field>
    </search>
  );
}

/**
 * Searches on Enter and not on every letter, because each search opens personal data and is written in the
 * audit. `/` moves the focus here.
 */
function SearchBox({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(text), [text]);
  useEffect(() => {
    const jump = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      input.current?.focus();
    };
    document.addEventListener('keydown', jump);
    return () => document.removeEventListener('keydown', jump);
  }, []);
  return (
    <form
      className="queue-search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(typed.trim());
      }}
    >
      <TextField
        id="q"
        label={t('desk.filter.search')}
        type="search"
        ref={input}
        value={typed}
        onChange={setTyped}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
      />
      <Button type="submit" variant="secondary" icon="search">
        {t('desk.filter.find')}
      </Button>
    </form>
  );
}
