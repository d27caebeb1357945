// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { HomePage } from '../../../src/web/resident/home/home-page';
import { ServicesRoutes } from '../../../src/web/resident/services/services-routes';
import { renderPage } from './render-page';

afterEach(cleanup);

const services = (
  <Routes>
    <Route path="layanan/*" element={<ServicesRoutes />} />
  </Routes>
);

describe('the home page', () => {
  it('offers one way to book, and says that no phone number is set yet', () => {
    renderPage(<HomePage />, '/');
    expect(screen.getByRole('link', { name: 'Ajukan kunjungan' }).getAttribute('href')).toBe('/ajukan');
    expect(screen.getByText(/Nomor telepon belum diatur/)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Lanjutkan isian' })).toBeNull();
  });
});

describe('services', () => {
  it('lists all services, and finds one by words that are not in its name', async () => {
    renderPage(services, '/layanan');
    const rows = metro.catalogue.services.length + metro.catalogue.packages.length;
    expect(screen.getAllByRole('link').length).toBeGreaterThan(rows);
    await userEvent.type(screen.getByLabelText(/Cari layanan/), 'ktp hilang');
    expect(screen.getByRole('link', { name: /Penggantian KTP-el/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: /Paspor/ })).toBeNull();
    expect(screen.getByRole('status').textContent).toMatch(/layanan cocok/);
  });

  it.each(metro.catalogue.services.map((service) => [service.id, service] as const))(
    '%s shows its six parts and how to book it',
    (id, service) => {
      renderPage(services, `/layanan/${id}`);
      expect(screen.getByRole('heading', { level: 1 }).textContent).toContain(service.name);
      for (const name of ['Syarat', 'Cara pelayanan', 'Lama proses', 'Biaya', 'Hasil', 'Pengaduan']) {
        expect(screen.getByText(name)).toBeTruthy();
      }
      const book = screen.getByRole('link', { name: 'Ajukan layanan ini' });
      expect(book.getAttribute('href')).toBe(`/ajukan?layanan=${id}`);
    },
  );

  it('says where to go for a referral, without a way to book it', () => {
    renderPage(services, '/layanan/paspor');
    expect(screen.getByText(/Datang ke kantor imigrasi/)).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Ajukan layanan ini' })).toBeNull();
  });

  it('says so when there is no such service', () => {
    renderPage(services, '/layanan/tidak-ada');
    expect(screen.getByRole('heading', { name: 'Halaman tidak ditemukan' })).toBeTruthy();
  });
});
