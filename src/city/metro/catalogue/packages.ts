import type { PackageId, ServicePackage } from '../../../domain/catalogue/service';
import { answer, serviceId } from './service-parts';

/** The services of each life event, done at one visit. */
export const packages: readonly ServicePackage[] = [
  {
    ...named('bayi-lahir', 'Bayi lahir', 'Akta kelahiran, KK, dan KIA.'),
    services: ['akta-kelahiran', 'kk', 'kia'].map(serviceId),
    referrals: [],
    known: [answer('kk-berubah', true), answer('anak-5-tahun', false)],
  },
  {
    ...named('keluarga-meninggal', 'Keluarga meninggal', 'Akta kematian, KK, dan KTP-el suami atau istri.'),
    services: ['akta-kematian', 'kk', 'ktp-penggantian'].map(serviceId),
    referrals: [],
    known: [answer('kk-berubah', true)],
  },
  {
    ...named('pindah-rumah', 'Pindah rumah', 'Pindah atau datang, KK, dan KTP-el.'),
    services: ['pindah-datang', 'kk', 'ktp-penggantian'].map(serviceId),
    referrals: [],
    known: [answer('kk-berubah', true)],
  },
  {
    ...named('lansia-lengkap', 'Lansia lengkap', 'KTP-el, KK, dan IKD. Dengan petunjuk BPJS dan Taspen.'),
    services: ['kk', 'ikd'].map(serviceId),
    referrals: ['bpjs-kesehatan', 'taspen'].map(serviceId),
    choice: {
      text: 'Apakah penerima layanan pernah punya KTP-el?',
      options: [
        { label: 'Belum pernah', service: serviceId('ktp-perekaman') },
        { label: 'Pernah, perlu diganti', service: serviceId('ktp-penggantian') },
      ],
    },
  },
  {
    ...named('mulai-usaha', 'Mulai usaha', 'NIB dan konsultasi perizinan (Nasi Ketan).'),
    services: ['nib', 'konsultasi-izin'].map(serviceId),
    referrals: [],
  },
  {
    ...named('dokumen-hilang', 'Dokumen hilang', 'KTP-el dan KK.'),
    services: ['ktp-penggantian', 'kk'].map(serviceId),
    referrals: [],
    known: [answer('ktp-rusak', false), answer('kk-berubah', false)],
  },
];

function named(id: string, name: string, summary: string): Pick<ServicePackage, 'id' | 'name' | 'summary'> {
  return { id: id as PackageId, name, summary };
}
