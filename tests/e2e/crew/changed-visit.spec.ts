import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { checkScreen } from '../support/check-screen';
import { enterAsCrew, startDay } from '../support/crew-day';

test('a request that the desk changes in the morning is marked until the crew has read it', async ({
  page,
  browser,
}) => {
  const day = await startDay();
  try {
    await enterAsCrew(page, day);
    const desk = await browser.newContext({ baseURL: day.url, extraHTTPHeaders: { origin: day.url } });
    await day.enter(desk, 'coordinator', day.unit);
    const queue = await (await desk.request.get('/api/staff/bookings?view=open')).json();
    const { id } = queue.lines.find(
      (line: { recipientName: string }) => line.recipientName === 'Siti Contoh',
    );
    const { booking } = await (await desk.request.get(`/api/staff/bookings/${id}`)).json();
    const { recipientIs: _, recipient: __, ...request } = booking.request;
    const place = { ...request.place, street: 'Jalan Benar 9', landmark: 'Pagar biru' };
    const answer = await desk.request.post('/api/staff/commands', {
      data: {
        commands: [
          {
            id: randomUUID(),
            madeAt: '2026-11-24T01:00:00.000Z',
            name: 'change-request',
            bookingId: id,
            revision: booking.revision,
            request: { ...request, place },
            date: 'keep',
          },
        ],
      },
    });
    expect((await answer.json()).results).toMatchObject([{ outcome: 'done' }]);
    await desk.close();
    await page.reload();
    await expect(page.getByText('Berubah')).toBeVisible();
    await checkScreen(page, 'petugas-berubah');
    await page.getByRole('link', { name: 'Siti Contoh' }).click();
    await expect(page.getByText('Jalan: Jalan Contoh 1 → Jalan Benar 9').first()).toBeVisible();
    await checkScreen(page, 'petugas-berubah-kunjungan', 'Siti Contoh');
    await page.getByRole('button', { name: 'Sudah saya baca' }).click();
    await expect(page.getByText('Permohonan ini berubah')).toHaveCount(0);
    await page.getByRole('link', { name: 'Kembali' }).click();
    await expect(page.getByRole('heading', { name: /Lembar tugas/ })).toBeVisible();
    await expect(page.getByText('Berubah')).toHaveCount(0);
  } finally {
    await day.stop();
  }
});
