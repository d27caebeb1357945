// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { PhoneProvider } from '../../../src/web/resident/shell/phone/phone-context';
import { FollowCode } from '../../../src/web/resident/visits/follow/follow-code';
import { VisitFacts } from '../../../src/web/resident/visits/visit/visit-facts';
import { VisitStatus } from '../../../src/web/resident/visits/visit/visit-status';
import { renderUi } from '../web-ui/render-ui';
import { makeRow, makeVisit } from './make-visit';
import { makePhone } from './phone-with-visit';

afterEach(cleanup);

const waiting = makeRow({
  state: 'waiting',
  scheduled: undefined,
  waiting: { place: 3, alternatives: [], readAt: '2026-11-24T02:00:00Z' },
});

describe('VisitStatus', () => {
  it.each([
    [makeVisit({ delivery: 'kept' }), 'Tersimpan di HP ini'],
    [makeVisit(), 'Terkirim'],
    [makeVisit({ row: makeRow() }), 'Terjadwal, Selasa 1 Desember 2026, 08.00–11.30'],
    [makeVisit({ row: waiting }), 'Daftar tunggu, urutan 3'],
    [makeVisit({ row: makeRow({ state: 'cancelled' }) }), 'Dibatalkan'],
    [makeVisit({ delivery: 'refused' }), 'Perlu diperbaiki'],
  ])('says where a visit stands', (visit, said) => {
    renderUi(<VisitStatus visit={visit} utcOffsetMinutes={420} />);
    expect(screen.getByText(said)).toBeTruthy();
  });
});

function showFacts(change: Parameters<typeof makeVisit>[0]) {
  return renderUi(
    <PhoneProvider phone={makePhone()}>
      <VisitFacts visit={makeVisit(change)} />
    </PhoneProvider>,
  );
}

describe('VisitFacts', () => {
  it('says how recent a place on the waiting list is', () => {
    showFacts({ row: waiting });
    expect(screen.getByText('Keadaan Selasa 24 November 2026, 09.00. Bisa berubah.')).toBeTruthy();
  });

  it('shows date, hours and number, and no date once it is cancelled', () => {
    const { unmount } = showFacts({ row: makeRow() });
    expect(screen.getByText('Tanggal').parentElement?.textContent).toBe('TanggalSelasa 1 Desember 2026');
    expect(screen.getByText('08.00–11.30')).toBeTruthy();
    expect(screen.getByText(/^\d{4} \d{4}$/)).toBeTruthy();
    unmount();
    showFacts({ row: makeRow({ state: 'cancelled' }) });
    expect(screen.queryByText('Tanggal')).toBeNull();
  });

  it('shows nothing that the server has not said', () => {
    showFacts({ delivery: 'kept' });
    expect(screen.queryByRole('term')).toBeNull();
  });
});

describe('FollowCode', () => {
  it('draws a code with a name, and another code for another link', async () => {
    const { unmount } = renderUi(<FollowCode link="https://contoh.id/ikuti#a" />);
    const code = await screen.findByRole('img', { name: 'Kode QR untuk mengikuti kunjungan ini' });
    const drawn = code.querySelector('path')?.getAttribute('d') ?? '';
    expect(drawn.length).toBeGreaterThan(1000);
    unmount();
    renderUi(<FollowCode link="https://contoh.id/ikuti#b" />);
    const other = await screen.findByRole('img');
    expect(other.querySelector('path')?.getAttribute('d')).not.toBe(drawn);
  });
});
