import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { afterAll, describe, expect, test } from 'vitest';
import type { RequirementId } from '../../../src/domain/catalogue/service';
import { startDraft } from '../../../src/offline/store/draft/drafts';
import { openPhoneStore } from '../../../src/offline/store/engine/phone-store';
import { adoptPhoto } from '../../../src/offline/store/photo/adopt-photo';
import { addPhoto, removePhoto } from '../../../src/offline/store/photo/photos';
import { queueBooking } from '../../../src/offline/store/visit/queue-booking';
import { readVisit } from '../../../src/offline/store/visit/visits';
import { sendOutbox } from '../../../src/offline/sync/create-sync';
import type { Fetch } from '../../../src/offline/sync/fetch-in-time';
import { sendPhotos } from '../../../src/offline/sync/send-photos';
import { giveTransfer } from '../../../src/offline/transfer/give-transfer';
import { findTransfer, resumeTransfer, takeTransfer } from '../../../src/offline/transfer/take-transfer';
import { buildApp } from '../../../src/server/app';
import { engines, startDatabases } from '../../support/databases';
import { makeJpeg } from '../../support/pictures';
import { makeRequest } from '../../support/test-app';
import { testServer } from '../../support/test-server';

const KK = 'kk' as RequirementId;

describe.each(engines)('photos of a visit transferred from another phone, on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  async function start() {
    const { context } = await testServer(await (await databases.create()).open());
    const limits = { syncsPerDevice: 1e6, movesPerAddress: 1e6, requestsPerAddress: 1e6 };
    const app = await buildApp({ context, rateLimits: limits });
    const now = () => context.clock();
    const newPhone = () => {
      const store = openPhoneStore({ indexedDB: new IDBFactory(), IDBKeyRange });
      const fetch: Fetch = async (url, { method, headers, body }) => {
        const payload = body instanceof Uint8Array ? Buffer.from(body) : String(body ?? '');
        const answer = await app.inject({
          method: method as 'GET' | 'PUT' | 'POST',
          url,
          headers: { ...(headers as Record<string, string>) },
          ...(payload.length > 0 ? { payload } : {}),
        });
        return new Response(answer.body, { status: answer.statusCode });
      };
      const parts = { store, fetch, baseUrl: '' };
      const sync = async () => {
        await sendOutbox({ ...parts, now, resume: () => resumeTransfer(parts) });
        await sendPhotos({ ...parts, now, connection: () => 'unknown', onRound: async () => {} });
        await sendOutbox({ ...parts, now, resume: () => resumeTransfer(parts) });
      };
      return { store, parts, sync };
    };
    return { app, context, now, newPhone };
  }

  test('are removed and replaced from the new phone, and from no other', async () => {
    const { app, context, now, newPhone } = await start();
    const [old, next] = [newPhone(), newPhone()];
    const draft = await startDraft(old.store, now(), { recipientName: 'Contoh Ibu' });
    const [first, second, third] = await Promise.all(
      [20, 40, 60].map(async (width) => new Uint8Array(await makeJpeg({ width, height: 30 }))),
    );
    if (!first || !second || !third) throw new Error('no pictures');
    for (const bytes of [first, second]) {
      await addPhoto(old.store, { bookingId: draft.id, requirementId: KK, bytes }, now());
    }
    await queueBooking(old.store, draft, makeRequest() as never, 30, now());
    await old.sync();
    const given = await giveTransfer(old.parts);
    if (given.is === 'failed') throw new Error(given.why);
    const found = await findTransfer(next.parts, given.link);
    if (found.is === 'failed') throw new Error(found.why);
    await takeTransfer(next.parts, given.link, found.data);
    await next.sync();
    const known = (await readVisit(next.store, draft.id))?.row?.photos ?? [];
    expect(known).toHaveLength(2);
    expect(await next.store.photos.count()).toBe(0);

    // One photo is removed, the other replaced by a better one.
    const [away, replaced] = known.map(({ photo, requirementId }) => ({
      bookingId: draft.id,
      requirementId,
      photo,
    }));
    if (!away || !replaced) throw new Error('no photos');
    const id = await adoptPhoto(next.store, away, now());
    expect(await adoptPhoto(next.store, away, now()), 'adopted twice').toBe(id);
    await removePhoto(next.store, id, now());
    const insteadOf = await adoptPhoto(next.store, replaced, now());
    await addPhoto(next.store, { bookingId: draft.id, requirementId: KK, bytes: third, insteadOf }, now());
    await next.sync();
    const left = (await readVisit(next.store, draft.id))?.row?.photos ?? [];
    expect(left).toHaveLength(1);
    expect(known.map(({ photo }) => photo)).not.toContain(left[0]?.photo);
    expect(await next.store.photos.toArray()).toMatchObject([{ status: 'sent', photo: left[0]?.photo }]);
    const stored = await context.db.selectFrom('booking_photos').select('sha256').execute();
    expect(stored).toEqual([{ sha256: left[0]?.photo }]);

    // The old phone no longer controls anything.
    await removePhoto(
      old.store,
      await adoptPhoto(old.store, { ...away, photo: left[0]?.photo ?? away.photo }, now()),
      now(),
    );
    await old.sync();
    await next.sync();
    expect((await readVisit(next.store, draft.id))?.row?.photos).toHaveLength(1);
    await app.close();
  });
});
