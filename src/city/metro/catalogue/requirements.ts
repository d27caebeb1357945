import type { Requirement, RequirementId } from '../../../domain/catalogue/service';

const WITH_CREW = 'Diisi bersama petugas.';

/**
 * Requirements by id, in the order in which people lay them out. The forms are those of Permendagri 109/2019.
 */
export const requirements: readonly Requirement[] = [
  original('kk', 'Kartu Keluarga (KK)'),
  original('ktp-lama', 'KTP-el lama yang rusak'),
  original('surat-kehilangan', 'Surat kehilangan dari kepolisian'),
  original('buku-nikah', 'Buku nikah atau akta perkawinan'),
  original('surat-lahir', 'Surat keterangan lahir'),
  original('akta-lahir', 'Akta kelahiran anak', 'Tidak perlu bila aktanya dibuat pada kunjungan yang sama.'),
  original('surat-kematian', 'Surat keterangan kematian'),
  original('ktp-almarhum', 'KTP-el orang yang meninggal'),
  original('skp', 'Surat Keterangan Pindah (SKP) dari daerah asal'),
  original('surat-rt-rw', 'Surat pengantar RT/RW'),
  original('ijazah', 'Ijazah terakhir', 'Bila punya.'),
  original('hp-sendiri', 'HP pintar milik sendiri'),
  original('nomor-hp', 'Nomor HP yang aktif'),
  original('email', 'Alamat email yang aktif', 'Hanya untuk aktivasi IKD, tidak untuk mengajukan kunjungan.'),
  original('nik-pemilik', 'NIK pemilik usaha'),
  original('kontak-pemilik', 'Nomor HP atau email pemilik usaha'),
  original('data-usaha', 'Data usaha', 'Jenis usaha (KBLI), alamat usaha, dan modal.'),
  original('sppt', 'SPPT PBB-P2 atau Nomor Objek Pajak (NOP)'),
  { id: id('ktp-orang-tua'), kind: 'copy', name: 'KTP-el ayah dan ibu' },
  { id: id('foto-anak'), kind: 'copy', name: 'Pasfoto anak' },
  form('f-1-01', 'F-1.01 Biodata keluarga'),
  form('f-1-02', 'F-1.02 Pendaftaran peristiwa kependudukan'),
  form('f-1-03', 'F-1.03 Pendaftaran perpindahan penduduk'),
  form('f-1-04', 'F-1.04 Pernyataan tidak memiliki dokumen kependudukan'),
  form('f-1-05', 'F-1.05 Pernyataan perkawinan belum tercatat'),
  form('f-1-06', 'F-1.06 Pernyataan perubahan data'),
  form('f-1-07', 'F-1.07 Surat kuasa'),
  form('f-2-01', 'F-2.01 Pelaporan pencatatan sipil'),
  form('f-2-03', 'F-2.03 Pernyataan kebenaran data kelahiran'),
  form('f-2-04', 'F-2.04 Pernyataan kebenaran pasangan suami istri'),
];

function id(text: string): RequirementId {
  return text as RequirementId;
}

function original(key: string, name: string, note?: string): Requirement {
  return { id: id(key), kind: 'original', name, ...(note === undefined ? {} : { note }) };
}

function form(key: string, name: string): Requirement {
  return { id: id(key), kind: 'form', name, note: WITH_CREW };
}
