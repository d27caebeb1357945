// @vitest-environment jsdom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { AtOffice } from '../../../src/domain/catalogue/service';
import type { City, CitySettings } from '../../../src/domain/city/city';
import { HomePage } from '../../../src/web/resident/home/home-page';
import { ServicesRoutes } from '../../../src/web/resident/services/services-routes';
import { renderPage } from './render-page';

afterEach(cleanup);

const pages = (
  <Routes>
    <Route index element={<HomePage />} />
    <Route path="layanan/*" element={<ServicesRoutes />} />
  </Routes>
);

function cityWith(atOffice: AtOffice | undefined, settings: Partial<CitySettings> = {}): City {
  const say = <Entry extends { readonly atOffice?: AtOffice }>({ atOffice: _, ...entry }: Entry) =>
    atOffice === undefined ? entry : { ...entry, atOffice };
  return {
    ...metro,
    settings: { ...metro.settings, ...settings },
    catalogue: {
      ...metro.catalogue,
      services: metro.catalogue.services.map(say),
      referrals: metro.catalogue.referrals.map(say),
    },
  } as City;
}

const OFFICE = { name: 'Gedung Contoh', address: 'Jalan Contoh 1', hours: 'Senin sampai Jumat, 08.00-15.00' };

describe('where a service is offered', () => {
  it('is at home, while the MPP and its hours are not confirmed', () => {
    renderPage(pages, '/layanan/kk');
    const [home, office, ...others] = screen.getAllByRole('heading', { level: 3 });
    expect(home?.textContent).toBe('Di rumah Anda');
    expect(office?.textContent).toBe('Mal Pelayanan Publik Kota Metro');
    expect(others).toEqual([]);
    for (const words of [/Belum pasti ada di sini/, 'Alamat belum diisi.', 'Jam buka belum diisi.']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
  });

  it('is at the MPP with its address, counter and hours, once the city says so', () => {
    const city = cityWith({ is: true, note: 'Loket 3' }, { office: OFFICE });
    renderPage(pages, '/layanan/kk', city);
    expect(screen.getByRole('heading', { name: 'Gedung Contoh' })).toBeTruthy();
    for (const words of ['Loket 3', 'Jalan Contoh 1', `Jam buka: ${OFFICE.hours}`]) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.queryByText(/Belum pasti/)).toBeNull();
    cleanup();
    renderPage(pages, '/layanan/paspor', city);
    expect(screen.getByRole('heading', { name: 'Gedung Contoh' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Di kantor lain' })).toBeTruthy();
  });

  it('is not at the MPP where the city says so', () => {
    renderPage(pages, '/layanan/kk', cityWith({ is: false }, { office: OFFICE }));
    expect(screen.getByText('Layanan ini tidak ada di sini.')).toBeTruthy();
    expect(screen.queryByText('Jalan Contoh 1')).toBeNull();
  });

  it('is for a referral the office that its text names, with hours not set yet', () => {
    renderPage(pages, '/layanan/paspor');
    expect(screen.getAllByRole('heading', { level: 3 }).map((one) => one.textContent)).toEqual(['Imigrasi']);
    expect(screen.getByText(/Datang ke kantor imigrasi/)).toBeTruthy();
    expect(screen.getByText('Jam buka belum diisi.')).toBeTruthy();
  });
});

describe('the list of services', () => {
  it('says where each service is offered, and is filtered by place and words together', async () => {
    renderPage(pages, '/layanan');
    expect(within(screen.getByRole('link', { name: /^Paspor/ })).getByText('Di kantor lain')).toBeTruthy();
    expect(within(screen.getByRole('link', { name: /^Akta kematian/ })).getByText('Di rumah')).toBeTruthy();
    const { referrals, services } = metro.catalogue;
    await userEvent.selectOptions(screen.getByLabelText('Tempat'), 'lain');
    expect(screen.getByRole('status').textContent).toBe(`${referrals.length} layanan cocok`);
    await userEvent.selectOptions(screen.getByLabelText('Tempat'), 'mpp');
    expect(screen.getByRole('status').textContent).toBe(`${services.length} layanan cocok`);
    expect(screen.getAllByText('MPP: belum pasti')).toHaveLength(services.length);
    await userEvent.type(screen.getByLabelText(/Cari layanan/), 'nasi ketan');
    expect(screen.getByRole('status').textContent).toBe('2 layanan cocok');
  });

  it('says so where a place has no services', () => {
    renderPage(pages, '/layanan?tempat=mpp', cityWith({ is: false }));
    expect(screen.getByText('Belum ada layanan di tempat ini.')).toBeTruthy();
  });
});

describe('the page of a programme', () => {
  it('says what the programme is for, what it brings and when, and offers its first service', () => {
    renderPage(pages, '/layanan/program/nasi-ketan');
    expect(screen.getByRole('heading', { level: 1, name: /Nasi Ketan$/ })).toBeTruthy();
    expect(screen.getByText(/Petugas DPMPTSP datang/)).toBeTruthy();
    const book = screen.getByRole('link', { name: 'Ajukan NIB di rumah' });
    expect(book.getAttribute('href')).toBe('/ajukan?layanan=nib');
    const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
    expect(links.filter((to) => to?.startsWith('/layanan/'))).toEqual([
      '/layanan/nib',
      '/layanan/konsultasi-izin',
      '/layanan/paket/mulai-usaha',
    ]);
    expect(screen.getByText('Metro Selatan').nextElementSibling?.textContent).toBe('Rabu, Jumat');
    expect(screen.getByText(/Dilayani Unit Nasi Ketan/)).toBeTruthy();
  });

  it('exists for every programme, and says when its days are not filled in', () => {
    renderPage(pages, '/layanan/program/mpp-mobile');
    expect(screen.getByRole('link', { name: 'Ajukan kunjungan' }).getAttribute('href')).toBe('/ajukan');
    cleanup();
    const rota = metro.settings.rota.filter(({ unit }) => unit !== 'unit-3');
    renderPage(pages, '/layanan/program/nasi-ketan', cityWith(undefined, { rota }));
    expect(screen.getByText('Hari kunjungan belum diisi.')).toBeTruthy();
    cleanup();
    renderPage(pages, '/layanan/program/lain');
    expect(screen.getByRole('heading', { name: 'Halaman tidak ditemukan' })).toBeTruthy();
  });

  it('is reached from the list, from its services and, where the city wants it, from the home page', () => {
    const to = '/layanan/program/nasi-ketan';
    for (const from of ['/', '/layanan', '/layanan/nib']) {
      renderPage(pages, from);
      const links = screen.getAllByRole('link', { name: /Nasi Ketan/ });
      expect(
        links.map((link) => link.getAttribute('href')),
        from,
      ).toContain(to);
      cleanup();
    }
    const programmes = metro.settings.programmes.map(({ isOnHome: _, ...programme }) => programme);
    renderPage(pages, '/', cityWith(undefined, { programmes }));
    expect(screen.queryByRole('link', { name: /Nasi Ketan/ })).toBeNull();
  });
});
