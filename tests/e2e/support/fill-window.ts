import { makeRequest, makeSubmission, newSecret } from '../../support/test-app';

type WindowInArea = { readonly area: string; readonly date: string; readonly window: string };

const MOST_BOOKINGS = 50;

/** Books one window from other phones until the next booking would have to wait. */
export async function fillWindow(url: string, { area, date, window }: WindowInArea): Promise<void> {
  for (let booked = 0; booked < MOST_BOOKINGS; booked += 1) {
    const plain = makeRequest();
    const request = { ...plain, services: ['akta-kematian'], place: { ...plain.place, area } };
    const submission = { ...makeSubmission(), request: { ...request, preferences: [{ date, window }] } };
    const answer = await fetch(`${url}/api/sync`, {
      method: 'POST',
      headers: { authorization: `Device ${newSecret()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ version: 1, cursor: null, commands: [submission] }),
    });
    const { results, changes }: { results: { outcome: string }[]; changes: { state: string }[] } =
      await answer.json();
    if (results[0]?.outcome !== 'done') throw new Error(`not booked: ${JSON.stringify(results)}`);
    if (changes[0]?.state === 'waiting') return;
  }
  throw new Error(`${date} ${window} is never full`);
}
