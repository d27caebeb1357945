// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Locale, loadWords, WordsProvider } from '../../../src/web/copy/words';
import { keepVoiceConsent } from '../../../src/web/resident/shell/simple/voice-consent';
import { Dictation } from '../../../src/web/resident/simple/dictation';
import { stopListening } from '../../../src/web/resident/simple/listen';
import { FieldAside, type TypedField } from '../../../src/web/ui/field/field-aside';
import { TextField } from '../../../src/web/ui/text-field/text-field';
import { makeRecognisers } from './fake-recogniser';

const { made, FakeRecogniser } = makeRecognisers();
const aside = (field: TypedField) => <Dictation field={field} />;

beforeEach(() => {
  made.length = 0;
  localStorage.clear();
  keepVoiceConsent(true);
  vi.stubGlobal('webkitSpeechRecognition', FakeRecogniser);
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Form({ first = '', id = 'name' }: { first?: string; id?: string }) {
  const [value, setValue] = useState(first);
  return (
    <FieldAside value={aside}>
      <TextField id={id} label="Nama" autoCapitalize="words" value={value} onChange={setValue} />
    </FieldAside>
  );
}

async function show(form = <Form />, locale: Locale = 'id') {
  const words = await loadWords(locale, ['resident', 'simple']);
  return render(<WordsProvider words={words}>{form}</WordsProvider>);
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const typed = () => screen.getByRole<HTMLInputElement>('textbox').value;
const last = () => {
  const recogniser = made.at(-1);
  if (recogniser === undefined) throw new Error('nothing listens');
  return recogniser;
};

test('what is said fills an empty field, and can be undone', async () => {
  await show();
  await press('Isi dengan suara Nama');
  expect(last()).toMatchObject({ lang: 'id-ID', continuous: false, interimResults: false, told: ['start'] });
  expect(screen.getByRole('status').textContent).toContain('Silakan bicara');
  act(() => last().hear('siti aminah'));
  expect(typed()).toBe('Siti Aminah');
  expect(screen.getByRole('status').textContent).toContain('Siti Aminah');
  await press('Urungkan');
  expect(typed()).toBe('');
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Isi dengan suara Nama' }));
});

test('what is said goes after the typed text, including text typed while listening', async () => {
  await show(<Form first="Siti" />);
  await press('Isi dengan suara Nama');
  await userEvent.type(screen.getByRole('textbox'), ' Nur');
  act(() => last().hear('aminah'));
  expect(typed()).toBe('Siti Nur Aminah');
  await userEvent.type(screen.getByRole('textbox'), 'x');
  // Text that was typed since is not undone.
  expect(screen.queryByRole('button', { name: 'Urungkan' })).toBeNull();
});

test('a second press ends listening, and what was said until then is taken', async () => {
  await show();
  await press('Isi dengan suara Nama');
  await press('Selesai bicara Nama');
  expect(last().told).toEqual(['start', 'stop']);
  act(() => last().hear('budi'));
  expect(typed()).toBe('Budi');
});

test('a recogniser that never ends is aborted', async () => {
  await show();
  await press('Isi dengan suara Nama');
  vi.useFakeTimers();
  act(() => screen.getByRole('button', { name: 'Selesai bicara Nama' }).click());
  act(() => {
    vi.advanceTimersByTime(5_000);
  });
  vi.useRealTimers();
  expect(last().told).toEqual(['start', 'stop', 'abort']);
  await press('Isi dengan suara Nama');
  expect(made).toHaveLength(2);
});

test('the first use asks for consent, and nothing listens before', async () => {
  keepVoiceConsent(false);
  const { unmount } = await show();
  await press('Isi dengan suara Nama');
  expect(made).toHaveLength(0);
  expect(screen.getByText(/mengirim suara ke pembuatnya/)).toBeTruthy();
  await press('Tidak, saya ketik saja');
  expect(made).toHaveLength(0);
  expect(screen.queryByText(/mengirim suara/)).toBeNull();
  await press('Isi dengan suara Nama');
  await press('Setuju, mulai bicara');
  expect(made).toHaveLength(1);
  unmount();
  await show();
  await press('Isi dengan suara Nama');
  expect(made).toHaveLength(2);
});

test('a voice that stays on the phone needs no consent and no connection', async () => {
  keepVoiceConsent(false);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  const available = vi.fn(async () => 'available');
  vi.stubGlobal('SpeechRecognition', Object.assign(FakeRecogniser, { available }));
  await show();
  await press('Isi dengan suara Nama');
  expect(available).toHaveBeenCalledWith({ langs: ['id-ID'], processLocally: true });
  expect(last()).toMatchObject({ processLocally: true, told: ['start'] });
  Reflect.deleteProperty(FakeRecogniser, 'available');
});

test.each([
  ['no-speech', /Belum terdengar suara/],
  ['network', /Layanan suara belum terjangkau/],
  ['not-allowed', /Mikrofon belum diizinkan/],
  ['service-not-allowed', /Mikrofon belum diizinkan/],
  ['audio-capture', /Mikrofon tidak ditemukan/],
  ['language-not-supported', /belum mengerti bahasa/],
  ['a-new-one', /Suara belum bisa ditulis/],
])('"%s" is said in words, and the typed text stays', async (error, words) => {
  await show(<Form first="Siti" />);
  await press('Isi dengan suara Nama');
  act(() => last().fail(error));
  expect(screen.getByRole('status').textContent).toMatch(words);
  expect(typed()).toBe('Siti');
  await press('Isi dengan suara Nama');
  expect(screen.getByRole('status').textContent).toContain('Silakan bicara');
});

test('an end without a word, a failed start and a missing connection are said in words', async () => {
  await show();
  await press('Isi dengan suara Nama');
  act(() => last().hear('si', false));
  act(() => last().onend?.());
  expect(screen.getByRole('status').textContent).toMatch(/Belum terdengar/);
  vi.spyOn(FakeRecogniser.prototype, 'start').mockImplementation(() => {
    throw new DOMException('in use', 'InvalidStateError');
  });
  await press('Isi dengan suara Nama');
  expect(screen.getByRole('status').textContent).toMatch(/belum bisa ditulis/);
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
  await press('Isi dengan suara Nama');
  expect(screen.getByRole('status').textContent).toMatch(/belum terjangkau/);
  expect(made).toHaveLength(2);
});

test('Javanese is heard as Indonesian where the browser knows no Javanese', async () => {
  await show(<Form />, 'jv');
  await press('Isi mawi swanten Nama');
  expect(last().lang).toBe('jv-ID');
  act(() => last().fail('language-not-supported'));
  expect(made.map(({ lang }) => lang)).toEqual(['jv-ID', 'id-ID']);
  act(() => last().hear('slamet'));
  expect(typed()).toBe('Slamet');
});

test('listening stops when it is told to, and when the page is left', async () => {
  const { unmount } = await show();
  await press('Isi dengan suara Nama');
  act(stopListening);
  expect(last().told).toEqual(['start', 'abort']);
  expect(screen.getByRole('status').textContent).toBe('');
  await press('Isi dengan suara Nama');
  const heard = last();
  unmount();
  expect(heard.told).toEqual(['start', 'abort']);
});

test('dictation is not offered for a NIK, nor where the browser has no recogniser', async () => {
  const { unmount } = await show(<Form id="nik" />);
  expect(screen.queryByRole('button')).toBeNull();
  unmount();
  vi.stubGlobal('webkitSpeechRecognition', undefined);
  await show();
  expect(screen.queryByRole('button')).toBeNull();
});
