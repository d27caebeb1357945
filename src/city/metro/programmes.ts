import type { ProgrammeId } from '../../domain/catalogue/programme';
import type { ServiceId } from '../../domain/catalogue/service';
import type { Programme } from '../../domain/city/city';

export const MPP_MOBILE = 'mpp-mobile' as ProgrammeId;
export const NASI_KETAN = 'nasi-ketan' as ProgrammeId;

/** The programmes that come to homes. Their descriptions are sample texts for the city to change. */
export const programmes: readonly Programme[] = [
  {
    id: MPP_MOBILE,
    name: 'MPP Mobile',
    summary: 'Kunjungan ke rumah bagi warga yang sulit bepergian.',
  },
  {
    id: NASI_KETAN,
    name: 'Nasi Ketan',
    summary: 'NIB dan konsultasi izin di rumah, untuk usaha rumahan.',
    about:
      'Petugas DPMPTSP datang ke rumah atau tempat usaha Anda. NIB didaftarkan di OSS dengan HP pemilik usaha.',
    first: 'nib' as ServiceId,
    isOnHome: true,
  },
];
