import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { findService } from '../../../src/domain/catalogue/find-service';
import { checkCity } from '../../../src/domain/city/check-city';

const { catalogue, settings } = metro;

/** Lists every string in a value, with its path. */
function stringsIn(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, `${path}.${key}`));
}

describe('Metro', () => {
  it('has no faults', () => {
    expect(checkCity(metro)).toEqual([]);
  });

  it('has no empty or padded text', () => {
    const texts = stringsIn(metro);
    expect(texts.length).toBeGreaterThan(400);
    expect(texts.filter(([, text]) => text.trim() === '' || text !== text.trim())).toEqual([]);
  });

  it('offers the twelve services with their presence, own-phone and equipment needs', () => {
    const flags = catalogue.services.map((one) => [one.id, one.present, one.ownPhone, one.equipment.length]);
    expect(flags).toEqual([
      ['ktp-perekaman', 'yes', false, 1],
      ['ktp-penggantian', 'to-confirm', false, 0],
      ['kia', 'no', false, 0],
      ['biodata-wni', 'yes', false, 1],
      ['ikd', 'yes', true, 0],
      ['kk', 'no', false, 0],
      ['akta-kelahiran', 'no', false, 0],
      ['akta-kematian', 'no', false, 0],
      ['pindah-datang', 'no', false, 0],
      ['nib', 'no', true, 0],
      ['konsultasi-izin', 'no', false, 0],
      ['pbb', 'no', false, 0],
    ]);
  });

  it('fills in the standard of each service, free for every service of Disdukcapil', () => {
    for (const service of catalogue.services) {
      const { standard } = service;
      expect(standard.prosedur.length).toBeGreaterThanOrEqual(3);
      for (const part of [standard.jangkaWaktu, standard.produk]) expect(part).not.toBe('');
      expect(standard.pengaduan).toContain('lapor.go.id, SMS 1708');
      if (service.agency === 'Disdukcapil') expect(standard.biaya).toBe('Gratis');
      else expect(standard.biaya).toContain('Menunggu konfirmasi dinas');
    }
  });

  it('gives no number of days, as no agency has published one', () => {
    for (const service of catalogue.services) expect(service.standard.jangkaWaktu).not.toMatch(/\d/);
  });

  it('has the seven referrals, none of them bookable', () => {
    expect(catalogue.referrals.map((one) => one.id)).toEqual([
      'paspor',
      'skck',
      'samsat',
      'bpjs-kesehatan',
      'bpjs-ketenagakerjaan',
      'taspen',
      'ak-1',
    ]);
    for (const referral of catalogue.referrals) expect(findService(catalogue, referral.id)).toBeUndefined();
  });

  it('has the six life events', () => {
    expect(catalogue.packages.map((pkg) => pkg.name)).toEqual([
      'Bayi lahir',
      'Keluarga meninggal',
      'Pindah rumah',
      'Lansia lengkap',
      'Mulai usaha',
      'Dokumen hilang',
    ]);
  });

  it('sends the biometric kit and Nasi Ketan to every kelurahan on two days, MPP Mobile on four', () => {
    for (const area of metro.areas) {
      const lines = settings.rota.filter((line) => line.areas.some((code) => area.code.startsWith(code)));
      const daysOf = (...units: readonly string[]) =>
        new Set(lines.filter(({ unit }) => units.includes(unit)).map((line) => line.weekday));
      expect(daysOf('unit-1').size).toBe(2);
      expect(daysOf('unit-1', 'unit-2').size).toBe(4);
      expect(daysOf('unit-3').size).toBe(2);
      const weekdays = lines.map((line) => line.weekday);
      expect(weekdays.length).toBeGreaterThan(0);
      expect(weekdays.filter((day) => day < 1 || day > 5)).toEqual([]);
    }
  });

  it('invents no phone number, address or hours', () => {
    expect(settings.contacts).toEqual([{ label: 'Meja MPP Mobile' }]);
    expect(settings.office).toEqual({ name: 'Mal Pelayanan Publik Kota Metro' });
  });

  it('names the source of its data, and keeps boundaries out of the code that a phone downloads', () => {
    const read = (file: string) =>
      readFileSync(new URL(`../../../src/city/metro/${file}`, import.meta.url), 'utf8');
    for (const word of [
      'wilayah_boundaries',
      '3c5a7960',
      'MIT',
      'Banjarsari',
      'Purwoasri',
      'SKB 3 Menteri',
    ]) {
      expect(read('PROVENANCE.md')).toContain(word);
    }
    expect(read('metro.ts')).not.toMatch(/import[^;]*geojson/);
  });
});
