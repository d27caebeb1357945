import type { Service } from '../../../domain/catalogue/service';
import { MPP_MOBILE, NASI_KETAN } from '../programmes';
import {
  always,
  BY_AGENCY_RULES,
  COMPLAINTS,
  LICENSING,
  REVENUE,
  serviceId,
  UNCONFIRMED,
} from './service-parts';

const ARRIVES = 'Petugas datang ke rumah atau tempat usaha pada jadwal yang disepakati.';

/** Services of the licensing office, through its own programme Nasi Ketan, and of the revenue office. */
export const otherAgencies: readonly Service[] = [
  {
    id: serviceId('nib'),
    name: 'NIB usaha perorangan (OSS)',
    shortName: 'NIB',
    summary: 'Nomor Induk Berusaha untuk usaha perorangan, didaftarkan di OSS.',
    agency: LICENSING,
    programme: NASI_KETAN,
    minutes: 30,
    present: 'no',
    ownPhone: true,
    equipment: [],
    standard: {
      persyaratan: [
        always('nik-pemilik'),
        always('kontak-pemilik'),
        always('data-usaha'),
        always('hp-sendiri'),
      ],
      prosedur: [
        ARRIVES,
        'Petugas mengecek data usaha.',
        'Petugas membantu mendaftar di OSS dengan HP pemilik usaha.',
        'Pemilik usaha menerima NIB.',
      ],
      jangkaWaktu: BY_AGENCY_RULES,
      biaya: `Layanan kunjungan gratis. ${UNCONFIRMED}`,
      produk: 'Nomor Induk Berusaha (NIB)',
      pengaduan: COMPLAINTS,
    },
    searchWords: ['izin usaha', 'UMKM', 'Nasi Ketan', 'dagang', 'warung'],
  },
  {
    id: serviceId('konsultasi-izin'),
    name: 'Konsultasi perizinan',
    shortName: 'Konsultasi izin',
    summary: 'Tanya jawab dengan petugas tentang izin yang dibutuhkan.',
    agency: LICENSING,
    programme: NASI_KETAN,
    minutes: 20,
    present: 'no',
    ownPhone: false,
    equipment: [],
    standard: {
      persyaratan: [],
      prosedur: [
        ARRIVES,
        'Anda menceritakan rencana atau usaha Anda.',
        'Petugas menjelaskan izin dan syaratnya.',
      ],
      jangkaWaktu: BY_AGENCY_RULES,
      biaya: `Layanan kunjungan gratis. ${UNCONFIRMED}`,
      produk: 'Penjelasan izin dan langkah berikutnya',
      pengaduan: COMPLAINTS,
    },
    searchWords: ['izin usaha', 'Nasi Ketan', 'UMKM', 'bangunan', 'PBG'],
  },
  {
    id: serviceId('pbb'),
    name: 'Konsultasi atau pembayaran PBB-P2',
    shortName: 'PBB-P2',
    summary: 'Tanya atau bayar Pajak Bumi dan Bangunan.',
    agency: REVENUE,
    programme: MPP_MOBILE,
    minutes: 15,
    present: 'no',
    ownPhone: false,
    equipment: [],
    standard: {
      persyaratan: [always('sppt')],
      prosedur: [
        'Petugas datang ke rumah pada jadwal yang disepakati.',
        'Petugas mengecek data pajak.',
        'Petugas menjelaskan tagihan dan cara bayar yang resmi.',
      ],
      jangkaWaktu: BY_AGENCY_RULES,
      biaya: `Layanan kunjungan gratis. Tarif pajak sesuai SPPT. ${UNCONFIRMED}`,
      produk: 'Penjelasan atau bukti bayar PBB-P2',
      pengaduan: COMPLAINTS,
    },
    searchWords: ['pajak bumi dan bangunan', 'pajak rumah', 'pajak tanah', 'SPPT', 'NOP', 'BPPRD'],
  },
];
