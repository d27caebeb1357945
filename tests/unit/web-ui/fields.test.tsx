// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CheckRows, RadioRows } from '../../../src/web/ui/choice-rows/choice-rows';
import { filterChoices } from '../../../src/web/ui/search-field/filter-choices';
import { SearchField } from '../../../src/web/ui/search-field/search-field';
import { TextArea } from '../../../src/web/ui/text-area/text-area';
import { TextField } from '../../../src/web/ui/text-field/text-field';
import { renderUi } from './render-ui';

afterEach(cleanup);

const places = [
  { value: 'iring', label: 'Iring Mulyo', hint: 'Metro Timur' },
  { value: 'metro', label: 'Kel. Metro', hint: 'Metro Pusat' },
  { value: 'banjar', label: 'Banjarsari', hint: 'Metro Utara' },
] as const;

type Place = (typeof places)[number]['value'];

function TypedName({ error }: { error?: string }) {
  const [value, setValue] = useState('');
  const words = { id: 'name', label: 'Nama', hint: 'Seperti di KK', error, isOptional: true };
  return <TextField {...words} value={value} onChange={setValue} inputMode="text" autoComplete="name" />;
}

describe('TextField', () => {
  it('is found by its label and accepts typed text', async () => {
    renderUi(<TypedName />);
    const field = screen.getByRole('textbox', {
      name: 'Nama (boleh dikosongkan)',
      description: 'Seperti di KK',
    });
    await userEvent.type(field, "Siti D'Amina");
    expect(field).toHaveProperty('value', "Siti D'Amina");
    expect(field.getAttribute('autocomplete')).toBe('name');
    expect(field.getAttribute('aria-invalid')).toBeNull();
  });

  it('says its error after its hint', () => {
    renderUi(<TypedName error="Tulis nama." />);
    const field = screen.getByRole('textbox', { description: 'Seperti di KK Kesalahan: Tulis nama.' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });
});

describe('TextArea', () => {
  it('is found by its label and keeps several lines', async () => {
    const onChange = vi.fn<(value: string) => void>();
    renderUi(<TextArea id="landmark" label="Patokan" value="" onChange={onChange} />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Patokan' }), '{Enter}');
    expect(onChange).toHaveBeenCalledWith('\n');
  });
});

describe('RadioRows', () => {
  it("is a named group in which a press anywhere on a row chooses it, and whose first input has the field's id", async () => {
    const onChange = vi.fn<(value: Place) => void>();
    const words = { id: 'area', label: 'Kelurahan', error: 'Pilih kelurahan.' };
    renderUi(<RadioRows {...words} choices={places} value={undefined} onChange={onChange} />);
    expect(
      screen.getByRole('group', { name: 'Kelurahan', description: 'Kesalahan: Pilih kelurahan.' }),
    ).toBeTruthy();
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    expect(screen.getByRole('radio', { name: 'Iring Mulyo', description: 'Metro Timur' }).id).toBe('area');
    await userEvent.click(screen.getByText('Metro Pusat'));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('metro');
  });
});

function TickedPlaces({ onChange }: { onChange: (values: Place[]) => void }) {
  const [values, setValues] = useState<readonly Place[]>(['banjar']);
  const keep = (next: Place[]) => {
    setValues(next);
    onChange(next);
  };
  return <CheckRows id="areas" label="Kelurahan" choices={places} values={values} onChange={keep} />;
}

describe('CheckRows', () => {
  it('ticks and unticks, and keeps the order of the rows', async () => {
    const onChange = vi.fn<(values: Place[]) => void>();
    renderUi(<TickedPlaces onChange={onChange} />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Iring Mulyo' }));
    expect(onChange).toHaveBeenLastCalledWith(['iring', 'banjar']);
    screen.getByRole('checkbox', { name: 'Banjarsari' }).focus();
    await userEvent.keyboard(' ');
    expect(onChange).toHaveBeenLastCalledWith(['iring']);
  });
});

function ChosenPlace({ onSend }: { onSend: () => void }) {
  const [value, setValue] = useState<Place>();
  return (
    <form onSubmit={onSend}>
      <SearchField id="area" label="Kelurahan" choices={places} value={value} onChange={setValue} />
      <button type="submit">Kirim</button>
    </form>
  );
}

describe('SearchField', () => {
  it('narrows the rows, says how many match, and picks the only match on Enter without sending the form', async () => {
    const onSend = vi.fn();
    renderUi(<ChosenPlace onSend={onSend} />);
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    await userEvent.type(screen.getByRole('searchbox', { name: 'Kelurahan' }), 'iringm{Enter}');
    expect(screen.getByRole('status').textContent).toBe('1 pilihan');
    expect(screen.getByRole('radio', { name: 'Iring Mulyo', checked: true })).toBeTruthy();
    expect(onSend).not.toHaveBeenCalled();
  });

  it('keeps the chosen row in the list, and says what to do when nothing matches', async () => {
    renderUi(<ChosenPlace onSend={vi.fn()} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Banjarsari' }));
    await userEvent.click(screen.getByRole('button', { name: 'Ganti Kelurahan' }));
    await userEvent.type(screen.getByRole('searchbox'), 'bandung');
    expect(screen.getByRole('status').textContent).toBe('Tidak ada yang cocok');
    expect(screen.getByText(/Tidak ada yang cocok dengan “bandung”/)).toBeTruthy();
    expect(screen.getByRole('radio', { checked: true })).toHaveProperty('value', 'banjar');
  });
});

describe('SearchField, once a row is chosen', () => {
  it('folds to the row chosen by pointer, keeps the focus there, and opens again at "Ganti"', async () => {
    renderUi(<ChosenPlace onSend={vi.fn()} />);
    await userEvent.click(screen.getByRole('radio', { name: 'Banjarsari' }));
    expect(screen.getAllByRole('radio')).toEqual([document.activeElement]);
    expect(screen.getByRole('group', { name: 'Kelurahan' })).toBeTruthy();
    expect(screen.queryByRole('searchbox')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Ganti Kelurahan' }));
    expect(screen.getByRole('searchbox')).toBe(document.activeElement);
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    expect(screen.getByRole('radio', { checked: true })).toHaveProperty('value', 'banjar');
  });

  it('stays open for the keyboard, whose arrows choose every row they pass', async () => {
    renderUi(<ChosenPlace onSend={vi.fn()} />);
    screen.getByRole('radio', { name: 'Iring Mulyo' }).focus();
    await userEvent.keyboard(' ');
    expect(screen.getByRole('radio', { checked: true })).toHaveProperty('value', 'iring');
    expect(screen.getAllByRole('radio')).toHaveLength(3);
  });
});

describe('filterChoices', () => {
  it.each([
    ['', ['iring', 'metro', 'banjar']],
    ['IRINGMULYO', ['iring']],
    ['kel metro', ['metro']],
    ['metro', ['metro', 'iring', 'banjar']],
    ['utara', ['banjar']],
    ['???', ['iring', 'metro', 'banjar']],
    ['xyz', []],
  ])('%j finds %j', (query, found) => {
    expect(filterChoices(places, query).map((choice) => choice.value)).toEqual(found);
  });
});
