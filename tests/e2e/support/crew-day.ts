import { expect, type Page } from '@playwright/test';
import { submit } from '../../support/test-server';
import { startCity } from './start-city';

const TUESDAY_8 = Date.parse('2026-11-24T01:00:00Z');
const PAGI = { date: '2026-11-24', window: 'pagi' };

type Day = Awaited<ReturnType<typeof startDay>>;

/** Starts the product on Tuesday morning, with two visits of one unit. */
export async function startDay() {
  const city = await startCity();
  const people = ['Siti Contoh', 'Amir Contoh'];
  for (const [index, name] of people.entries()) {
    const point = index === 0 ? { point: { lat: -5.113, lng: 105.306, accuracyM: 12 } } : {};
    const place = {
      area: '18.72.01.1001',
      street: 'Jalan Contoh 1',
      rt: '1',
      rw: '2',
      landmark: 'Pagar hijau',
    };
    const changes = {
      recipient: { name, birthYear: 1950 },
      services: ['kk', 'ikd'],
      prepared: ['kk'],
      preferences: [PAGI],
      place: { ...place, ...point },
    };
    const result = await city.server.send(`phone-${index}`, submit(changes));
    expect(result.outcome).toBe('done');
  }
  city.server.setClock(TUESDAY_8);
  return { ...city, unit: await city.readUnit() };
}

/** Opens the sheet on the crew's phone, whose clock stands on Tuesday morning. */
export async function enterAsCrew(page: Page, day: Day): Promise<void> {
  await page.clock.install({ time: TUESDAY_8 });
  await day.enter(page.context(), 'crew', day.unit);
  await page.goto(`${day.url}/petugas/`);
  await expect(page.getByRole('heading', { name: /Lembar tugas/ })).toBeVisible();
}
