import type { BookingFile, QueueLine } from '../../../src/contract/staff/desk';
import type { BookingId } from '../../../src/domain/booking/booking';

export const ID = '01936f00-0000-7000-8000-00000000000a' as BookingId;
const AT = '2026-11-30T02:00:00.000Z';

/** A request at the desk, as the server answers it. */
export function makeFile(change: object = {}, more: object = {}): BookingFile {
  const booking = {
    id: ID,
    number: '12345678',
    state: 'scheduled',
    revision: 1,
    minutes: 30,
    request: {
      services: ['kk'],
      answers: {},
      prepared: [],
      recipientIs: 'parent',
      recipient: { name: 'Siti Contoh', birthYear: 1950 },
      contact: { name: 'Budi Contoh', phone: '+6281234567890', channel: 'call' },
      needs: [],
      place: { area: '18.72.01.1001', street: 'Jalan Contoh 5', rt: '', rw: '', landmark: '' },
      preferences: 'any',
    },
    notes: [],
    history: [{ at: AT, by: 'requester', action: 'submit' }],
    followHash: '',
    ...change,
  };
  return { booking, doubles: [], conflicts: [], cursor: '1', ...more } as unknown as BookingFile;
}

/** The request's line in the queue. */
export function makeLine(change: object = {}): QueueLine {
  return {
    id: ID,
    number: '12345678',
    state: 'scheduled',
    revision: 1,
    submittedAt: AT,
    changedAt: AT,
    recipientName: 'Siti Contoh',
    contactName: 'Budi Contoh',
    contactPhone: '+6281234567890',
    area: '18.72.01.1001',
    services: ['kk'],
    needs: [],
    minutes: 30,
    hasQuestion: false,
    hasConflict: false,
    doubles: [],
    ...change,
  } as unknown as QueueLine;
}
