import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { searchCatalogue } from '../../../src/domain/catalogue/search-catalogue';

const { catalogue } = metro;

function idsFor(text: string): string[] {
  const found = searchCatalogue(catalogue, text);
  return [...found.services, ...found.referrals].map((thing) => thing.id);
}

describe('searchCatalogue', () => {
  it('finds everything where the text has no words', () => {
    expect(idsFor(' \n ')).toHaveLength(catalogue.services.length + catalogue.referrals.length);
    expect(idsFor('...')).toHaveLength(catalogue.services.length + catalogue.referrals.length);
  });

  it.each([
    ['ktp hilang', ['ktp-penggantian']],
    ['HILANG ktp', ['ktp-penggantian']],
    ['kartukeluarga', ['kk']],
    ['káŕtu  kelu-arga', ['kk']],
    ['akte lahir', ['akta-kelahiran']],
    ['nasi ketan', ['nib', 'konsultasi-izin']],
    ['Bapenda', ['pbb']],
    ['BPJS', ['bpjs-kesehatan', 'bpjs-ketenagakerjaan']],
    ['pensiun', ['taspen']],
    ['kartu kuning', ['ak-1']],
    ['ktp zzz', []],
  ])('%j finds %j', (text, ids) => {
    expect(idsFor(text)).toEqual(ids);
  });

  it('finds a KTP-el however it is written', () => {
    for (const text of ['KTP-el', 'ktpel', 'ktp el', 'KTP‑EL']) {
      expect(idsFor(text)).toEqual(expect.arrayContaining(['ktp-perekaman', 'ktp-penggantian']));
    }
  });

  it('finds every service and referral by its own name', () => {
    for (const thing of [...catalogue.services, ...catalogue.referrals]) {
      expect(idsFor(thing.name)).toContain(thing.id);
    }
  });

  it('never finds more when a word is added, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (first, second) => {
        const fewer = idsFor(`${first} ${second}`);
        expect(idsFor(first)).toEqual(expect.arrayContaining(fewer));
      }),
    );
  });
});
