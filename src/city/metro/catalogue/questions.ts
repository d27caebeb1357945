import type { Question, QuestionId } from '../../../domain/catalogue/service';
import { answer } from './service-parts';

/** Yes/no questions that change the checklist, in the order in which the app asks them. */
export const questions: readonly Question[] = [
  ask('ktp-hilang', 'Apakah KTP lama hilang?'),
  { ...ask('ktp-rusak', 'Apakah KTP lama rusak?'), when: answer('ktp-hilang', false) },
  ask('kk-hilang', 'Apakah KK hilang?'),
  ask('kk-berubah', 'Apakah ada data di KK yang berubah?', 'Misalnya alamat, pendidikan, atau status kawin.'),
  ask('nikah-belum-tercatat', 'Apakah di keluarga ini ada perkawinan yang belum tercatat?'),
  ask('ada-surat-lahir', 'Apakah surat keterangan lahir ada?', 'Dari rumah sakit, puskesmas, atau bidan.'),
  ask('ada-bukti-nikah', 'Apakah buku nikah atau akta perkawinan orang tua ada?'),
  ask('anak-5-tahun', 'Apakah anak sudah berusia 5 tahun atau lebih?'),
  ask('pindah-datang', 'Apakah penerima layanan datang dari kota atau kabupaten lain?'),
  ask(
    'ada-dokumen',
    'Apakah penerima layanan punya dokumen kependudukan?',
    'Misalnya KK, KTP, atau akta kelahiran.',
  ),
  ask('tidak-bisa-tanda-tangan', 'Apakah penerima layanan tidak bisa tanda tangan?'),
];

function ask(id: string, text: string, hint?: string): Question {
  return { id: id as QuestionId, text, ...(hint === undefined ? {} : { hint }) };
}
