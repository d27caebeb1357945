import type { Service } from '../../../domain/catalogue/service';
import { disdukcapilService, FILL_FORM, familyCard, powerOfAttorney } from './disdukcapil-service';
import { always, unless, when } from './service-parts';

/** Disdukcapil: the family card, births, deaths and change of address. */
export const familyServices: readonly Service[] = [
  disdukcapilService({
    id: 'kk',
    name: 'Kartu Keluarga baru, berubah, atau hilang',
    shortName: 'Kartu Keluarga',
    summary: 'Buat KK baru, ubah data KK, atau ganti KK yang hilang.',
    minutes: 20,
    papers: [
      familyCard,
      when('kk-hilang', true, 'surat-kehilangan'),
      unless('nikah-belum-tercatat', true, 'buku-nikah'),
      always('f-1-02'),
      when('kk-berubah', true, 'f-1-06'),
      when('nikah-belum-tercatat', true, 'f-1-05'),
      powerOfAttorney,
    ],
    steps: [FILL_FORM],
    product: 'Kartu Keluarga',
    searchWords: ['KK', 'tambah anggota keluarga', 'pisah KK', 'ubah data', 'kependudukan'],
  }),
  disdukcapilService({
    id: 'akta-kelahiran',
    name: 'Akta kelahiran',
    shortName: 'Akta kelahiran',
    summary: 'Catat kelahiran anak atau orang dewasa yang belum punya akta.',
    minutes: 20,
    papers: [
      familyCard,
      unless('ada-bukti-nikah', false, 'buku-nikah'),
      unless('ada-surat-lahir', false, 'surat-lahir'),
      always('ktp-orang-tua'),
      always('f-2-01'),
      when('ada-surat-lahir', false, 'f-2-03'),
      when('ada-bukti-nikah', false, 'f-2-04'),
      powerOfAttorney,
    ],
    steps: [FILL_FORM],
    product: 'Kutipan akta kelahiran',
    searchWords: ['akte lahir', 'bayi', 'anak', 'pencatatan sipil'],
  }),
  disdukcapilService({
    id: 'akta-kematian',
    name: 'Akta kematian',
    shortName: 'Akta kematian',
    summary: 'Catat kematian anggota keluarga.',
    minutes: 20,
    papers: [familyCard, always('surat-kematian'), always('ktp-almarhum'), always('f-2-01'), powerOfAttorney],
    steps: [FILL_FORM],
    product: 'Kutipan akta kematian',
    searchWords: ['akte', 'meninggal', 'wafat', 'almarhum', 'pencatatan sipil'],
  }),
  disdukcapilService({
    id: 'pindah-datang',
    name: 'Pindah atau datang',
    shortName: 'Pindah/datang',
    summary: 'Lapor pindah dari atau datang ke Kota Metro.',
    minutes: 20,
    papers: [familyCard, when('pindah-datang', true, 'skp'), always('f-1-03'), powerOfAttorney],
    steps: [FILL_FORM],
    product: 'Surat Keterangan Pindah, atau KK dengan alamat baru',
    searchWords: ['pindah rumah', 'pindah alamat', 'SKP', 'SKPWNI', 'mutasi', 'kependudukan'],
  }),
];
