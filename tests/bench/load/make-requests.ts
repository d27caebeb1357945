import { randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { metro } from '../../../src/city/metro/metro';
import { CONTRACT_VERSION } from '../../../src/contract/version';
import { offeredSlots } from '../../../src/domain/calendar/offered-slots';
import { needsOf } from '../../../src/domain/catalogue/find-service';

/**
 * Makes `submit-booking` syncs as bytes of HTTP/1.1, each from a separate phone; half name windows, half take
 * any.
 */
export function makeRequests(count: number): Buffer[] {
  return Array.from({ length: count }, (_, index) => {
    const body = JSON.stringify({
      version: CONTRACT_VERSION,
      cursor: null,
      commands: [makeSubmission(index)],
    });
    const secret = randomBytes(16).toString('base64url');
    return Buffer.from(
      `POST /api/sync HTTP/1.1\r\nhost: localhost\r\nauthorization: Device ${secret}\r\n` +
        `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
  });
}

/** Makes a valid request; `index` varies area, service and preferences. */
export function makeSubmission(index: number) {
  const { areas, catalogue } = metro;
  const area = areas[index % areas.length]?.code ?? '';
  const services = catalogue.services.slice(index % catalogue.services.length).slice(0, 1);
  return {
    // As the app makes them, in order of time.
    id: uuidv7(),
    name: 'submit-booking',
    madeAt: new Date().toISOString(),
    bookingId: uuidv7(),
    followHash: randomBytes(32).toString('base64url'),
    request: {
      recipientIs: 'parent',
      recipient: { name: `Contoh Warga ${index}`, birthYear: 1950 },
      needs: ['cannot-walk'],
      needsNote: 'Mohon bicara pelan',
      services: services.map(({ id }) => id),
      answers: {},
      prepared: [],
      place: {
        area,
        street: `Jalan Contoh ${index}`,
        rt: '001',
        rw: '002',
        landmark: 'Pagar hijau',
      },
      preferences: index % 2 === 0 ? 'any' : preferencesOf(area, services, index),
      contact: {
        name: 'Contoh Anak',
        phone: '+6281200000000',
        channel: 'whatsapp',
      },
    },
  };
}

function preferencesOf(area: string, services: Parameters<typeof needsOf>[0], index: number) {
  const slots = offeredSlots(metro, { area, ...needsOf(services) }, Date.now());
  return [0, 1, 2].flatMap((choice) => {
    const slot = slots[(index + choice * 3) % slots.length];
    return slot === undefined ? [] : [{ date: slot.date, window: slot.window }];
  });
}
