import type { Referral, ServiceId } from '../../../domain/catalogue/service';
import { UNCONFIRMED } from './service-parts';

/** Services of other agencies: shown with where to go, not bookable until the agency agrees. */
export const referrals: readonly Referral[] = [
  refer('paspor', 'Paspor', 'Imigrasi', 'kantor imigrasi', ['passport', 'umrah', 'haji', 'luar negeri']),
  refer('skck', 'SKCK', 'Kepolisian', 'kantor polisi', [
    'surat keterangan catatan kepolisian',
    'kelakuan baik',
  ]),
  refer('samsat', 'Samsat', 'Samsat', 'kantor Samsat', ['pajak motor', 'pajak mobil', 'STNK', 'kendaraan']),
  refer('bpjs-kesehatan', 'BPJS Kesehatan', 'BPJS Kesehatan', 'kantor BPJS Kesehatan', [
    'JKN',
    'KIS',
    'berobat',
  ]),
  refer(
    'bpjs-ketenagakerjaan',
    'BPJS Ketenagakerjaan',
    'BPJS Ketenagakerjaan',
    'kantor BPJS Ketenagakerjaan',
    ['JHT', 'Jamsostek'],
  ),
  refer('taspen', 'Otentikasi Taspen', 'Taspen', 'kantor Taspen', ['pensiun', 'pensiunan', 'otentifikasi']),
  refer('ak-1', 'AK-1', 'Dinas tenaga kerja', 'dinas tenaga kerja', [
    'kartu kuning',
    'pencari kerja',
    'kartu AK1',
  ]),
];

function refer(
  id: string,
  name: string,
  agency: string,
  place: string,
  searchWords: readonly string[],
): Referral {
  const whereToGo = `Belum bisa lewat kunjungan. Datang ke ${place} atau Mal Pelayanan Publik. ${UNCONFIRMED}`;
  return { id: id as ServiceId, name, agency, whereToGo, searchWords };
}
