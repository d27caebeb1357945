// @vitest-environment jsdom
// Loads the page's code now, so that no test waits for it.
import '../../../src/web/staff/practice/practice-page';
import { screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { freshBrowserEachTest } from './fresh-browser';
import { answerCalls, openStaffApp, say, signedInAs } from './staff-page';

const OFF = { isRunning: false, isAsBuilt: false, url: 'http://localhost:8081', people: [] };
const AS_BUILT = 'Latihan memakai pengaturan bawaan';

async function openWith(started: object) {
  answerCalls({
    'GET /api/staff/me': [say(signedInAs('admin'))],
    'GET /api/staff/practice': [say(OFF)],
    'POST /api/staff/practice/start': [say({ ...OFF, isRunning: true, ...started })],
  });
  await openStaffApp('/latihan');
  await userEvent.click(await screen.findByRole('button', { name: 'Mulai latihan' }));
  await screen.findByText('Latihan sedang dibuka');
}

freshBrowserEachTest();

test("practice with the city's own configuration shows no notice", async () => {
  await openWith({});
  expect(screen.queryByText(AS_BUILT)).toBeNull();
});

test('practice that had to use the built-in configuration says so, and where to look', async () => {
  await openWith({ isAsBuilt: true });
  expect(screen.getByText(AS_BUILT).parentElement?.textContent).toContain('jadwal keliling');
});

const PEOPLE = [
  { role: 'coordinator', name: 'Koordinator Latihan', link: 'http://localhost:8081/petugas/undangan#satu' },
  { role: 'crew', name: 'Petugas Latihan', link: 'http://localhost:8081/petugas/undangan#dua' },
];

const copyOf = (name: string) =>
  userEvent.click(screen.getByRole('button', { name: `Salin tautan untuk ${name}` }));

test('where the browser cannot copy, a press selects the link, ready to be copied by other means', async () => {
  // jsdom has no clipboard.
  await openWith({ people: PEOPLE });
  for (const { name, link } of [...PEOPLE, ...PEOPLE.slice(1)]) {
    await copyOf(name);
    const field = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: `Tautan untuk ${name}` });
    expect(document.activeElement).toBe(field);
    expect(field.readOnly).toBe(true);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(link);
    const note = document.getElementById(field.getAttribute('aria-describedby') ?? '');
    expect(note?.textContent).toContain(`Tautan untuk ${name} belum tersalin.`);
    field.setSelectionRange(0, 0);
    await userEvent.click(field);
    expect(field.value.slice(field.selectionStart, field.selectionEnd)).toBe(link);
  }
  // Only one field at a time: the link that was pressed before is text again.
  expect(screen.getAllByRole('textbox')).toHaveLength(1);
});

test('where the browser can copy, nothing is selected and the page says so', async () => {
  const writeText = vi.fn(() => Promise.resolve());
  vi.stubGlobal('navigator', Object.create(navigator, { clipboard: { value: { writeText } } }));
  await openWith({ people: PEOPLE });
  await copyOf('Petugas Latihan');
  await screen.findByText('Tautan untuk Petugas Latihan sudah disalin.');
  expect(writeText).toHaveBeenCalledWith(PEOPLE[1]?.link);
  expect(screen.queryByRole('textbox')).toBeNull();
});
