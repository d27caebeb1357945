import type { CityWords } from '../../translate-city';

/**
 * The city's texts in Javanese (krama). A text that reads the same in both languages is listed too, to show
 * that it is not missing.
 */
export const words: CityWords = {
  'Kartu Keluarga (KK)': 'Kartu Keluarga (KK)',
  'KTP-el lama yang rusak': 'KTP-el lami ingkang risak',
  'Surat kehilangan dari kepolisian': 'Serat kecalan saking kepolisian',
  'Buku nikah atau akta perkawinan': 'Buku nikah utawi akta palakrama',
  'Surat keterangan lahir': 'Serat katrangan lair',
  'Akta kelahiran anak': 'Akta kelairan putra',
  'Tidak perlu bila aktanya dibuat pada kunjungan yang sama.':
    'Mboten prelu menawi aktanipun dipundamel ing kunjungan punika ugi.',
  'Surat keterangan kematian': 'Serat katrangan seda',
  'KTP-el orang yang meninggal': 'KTP-el tiyang ingkang seda',
  'Surat Keterangan Pindah (SKP) dari daerah asal': 'Serat Katrangan Pindhah (SKP) saking dhaerah asal',
  'Surat pengantar RT/RW': 'Serat pangater RT/RW',
  'Ijazah terakhir': 'Ijazah pungkasan',
  'Bila punya.': 'Menawi gadhah.',
  'HP pintar milik sendiri': 'HP pinter kagungan piyambak',
  'Nomor HP yang aktif': 'Nomer HP ingkang aktif',
  'Alamat email yang aktif': 'Alamat email ingkang aktif',
  'Hanya untuk aktivasi IKD, tidak untuk mengajukan kunjungan.':
    'Namung kangge aktivasi IKD, mboten kangge nyuwun kunjungan.',
  'NIK pemilik usaha': 'NIK ingkang kagungan usaha',
  'Nomor HP atau email pemilik usaha': 'Nomer HP utawi email ingkang kagungan usaha',
  'Data usaha': 'Data usahanipun',
  'Jenis usaha (KBLI), alamat usaha, dan modal.': 'Jinising usaha (KBLI), alamatipun, lan modal.',
  'SPPT PBB-P2 atau Nomor Objek Pajak (NOP)': 'SPPT PBB-P2 utawi Nomor Objek Pajak (NOP)',
  'KTP-el ayah dan ibu': 'KTP-el bapak lan ibu',
  'Pasfoto anak': 'Pasfoto putra',
  'F-1.01 Biodata keluarga': 'F-1.01 Biodata kulawarga',
  'Diisi bersama petugas.': 'Dipunisi sareng petugas.',
  'F-1.02 Pendaftaran peristiwa kependudukan': 'F-1.02 Pandhaftaran prastawa kependudukan',
  'F-1.03 Pendaftaran perpindahan penduduk': 'F-1.03 Pandhaftaran pindhah panggenan',
  'F-1.04 Pernyataan tidak memiliki dokumen kependudukan':
    'F-1.04 Pratelan mboten gadhah dokumen kependudukan',
  'F-1.05 Pernyataan perkawinan belum tercatat': 'F-1.05 Pratelan palakrama dereng kacathet',
  'F-1.06 Pernyataan perubahan data': 'F-1.06 Pratelan data ingkang ewah',
  'F-1.07 Surat kuasa': 'F-1.07 Serat kuwasa',
  'F-2.01 Pelaporan pencatatan sipil': 'F-2.01 Palapuran pencatatan sipil',
  'F-2.03 Pernyataan kebenaran data kelahiran': 'F-2.03 Pratelan leresipun data kelairan',
  'F-2.04 Pernyataan kebenaran pasangan suami istri': 'F-2.04 Pratelan leresipun garwa',
  'Apakah KTP lama hilang?': 'Punapa KTP lami ical?',
  'Apakah KTP lama rusak?': 'Punapa KTP lami risak?',
  'Apakah KK hilang?': 'Punapa KK ical?',
  'Apakah ada data di KK yang berubah?': 'Punapa wonten data ing KK ingkang ewah?',
  'Misalnya alamat, pendidikan, atau status kawin.': 'Upaminipun alamat, pendhidhikan, utawi status krama.',
  'Apakah di keluarga ini ada perkawinan yang belum tercatat?':
    'Punapa ing kulawarga punika wonten palakrama ingkang dereng kacathet?',
  'Apakah surat keterangan lahir ada?': 'Punapa serat katrangan lair wonten?',
  'Dari rumah sakit, puskesmas, atau bidan.': 'Saking griya sakit, puskesmas, utawi bidan.',
  'Apakah buku nikah atau akta perkawinan orang tua ada?':
    'Punapa buku nikah utawi akta palakramanipun tiyang sepuh wonten?',
  'Apakah anak sudah berusia 5 tahun atau lebih?': 'Punapa putra sampun yuswa 5 taun utawi langkung?',
  'Apakah penerima layanan datang dari kota atau kabupaten lain?':
    'Punapa ingkang dipunladosi pindhahan saking kitha utawi kabupaten sanes?',
  'Apakah penerima layanan punya dokumen kependudukan?':
    'Punapa ingkang dipunladosi gadhah dokumen kependudukan?',
  'Misalnya KK, KTP, atau akta kelahiran.': 'Upaminipun KK, KTP, utawi akta kelairan.',
  'Apakah penerima layanan tidak bisa tanda tangan?': 'Punapa ingkang dipunladosi mboten saged tapak asta?',
  'Perekaman KTP-el pertama': 'Ngrekam KTP-el kapisan',
  'KTP-el pertama': 'KTP-el kapisan',
  'Rekam data untuk KTP-el pertama. Untuk usia 17 tahun ke atas atau sudah menikah.':
    'Ngrekam data kangge KTP-el kapisan. Kangge yuswa 17 taun minggah utawi sampun krama.',
  Disdukcapil: 'Disdukcapil',
  'Petugas datang ke rumah pada jadwal yang disepakati.':
    'Petugas dhateng ing griya miturut jadwal ingkang sampun dipunrembag.',
  'Petugas mengecek berkas.': 'Petugas mriksa berkas.',
  'Formulir diisi bersama petugas.': 'Formulir dipunisi sareng petugas.',
  'Petugas merekam foto, sidik jari, dan iris mata. Bagian yang tidak bisa direkam dicatat.':
    'Petugas ngrekam foto, cap driji, lan iris mripat. Perangan ingkang mboten saged dipunrekam dipuncathet.',
  'Petugas menyerahkan hasil, atau memberi tahu kapan dan cara menerimanya.':
    'Petugas masrahaken asil, utawi ngandhani kapan lan caranipun nampi.',
  'Sesuai ketentuan dinas. Petugas memberi tahu saat kunjungan.':
    'Miturut pranatan dhinas. Petugas ngandhani nalika kunjungan.',
  Gratis: 'Gratis',
  'KTP-el': 'KTP-el',
  'Gratis. Ada pungutan? Laporkan ke LAPOR! (lapor.go.id, SMS 1708).':
    'Gratis. Wonten ingkang narik arta? Laporaken dhateng LAPOR! (lapor.go.id, SMS 1708).',
  'Penggantian KTP-el hilang, rusak, atau berubah': 'Gantos KTP-el ical, risak, utawi ewah',
  'Ganti KTP-el': 'Gantos KTP-el',
  'Ganti KTP-el yang hilang atau rusak, atau yang datanya berubah.':
    'Gantos KTP-el ingkang ical utawi risak, utawi ingkang datanipun ewah.',
  'KTP-el pengganti': 'KTP-el gantosipun',
  'Kartu Identitas Anak (KIA)': 'Kartu Identitas Anak (KIA)',
  KIA: 'KIA',
  'Kartu identitas untuk anak di bawah 17 tahun.': 'Kartu identitas kangge lare sangandhapipun 17 taun.',
  'Kartu Identitas Anak': 'Kartu Identitas Anak',
  'Biodata WNI bagi yang belum pernah terdata': 'Biodata WNI kangge ingkang dereng nate kadhata',
  'Biodata WNI': 'Biodata WNI',
  'Catat data penduduk yang belum pernah terdata, agar mendapat NIK.':
    'Nyathet data warga ingkang dereng nate kadhata, supados angsal NIK.',
  'Biodata penduduk dengan NIK': 'Biodata warga kanthi NIK',
  'Aktivasi Identitas Kependudukan Digital (IKD)': 'Aktivasi Identitas Kependudukan Digital (IKD)',
  IKD: 'IKD',
  'KTP digital di HP milik sendiri.': 'KTP digital ing HP kagungan piyambak.',
  'Petugas membantu memasang aplikasi IKD di HP Anda.':
    'Petugas mbiyantu masang aplikasi IKD ing HP panjenengan.',
  'Petugas membantu aktivasi.': 'Petugas mbiyantu aktivasi.',
  'IKD aktif di HP': 'IKD aktif ing HP',
  'Kartu Keluarga baru, berubah, atau hilang': 'Kartu Keluarga enggal, ewah, utawi ical',
  'Kartu Keluarga': 'Kartu Keluarga',
  'Buat KK baru, ubah data KK, atau ganti KK yang hilang.':
    'Damel KK enggal, gantos data KK, utawi gantos KK ingkang ical.',
  'Akta kelahiran': 'Akta kelairan',
  'Catat kelahiran anak atau orang dewasa yang belum punya akta.':
    'Nyathet kelairanipun lare utawi tiyang dewasa ingkang dereng gadhah akta.',
  'Kutipan akta kelahiran': 'Kutipan akta kelairan',
  'Akta kematian': 'Akta seda',
  'Catat kematian anggota keluarga.': 'Nyathet sedanipun kulawarga.',
  'Kutipan akta kematian': 'Kutipan akta seda',
  'Pindah atau datang': 'Pindhah utawi dhateng',
  'Pindah/datang': 'Pindhah/dhateng',
  'Lapor pindah dari atau datang ke Kota Metro.': 'Lapor pindhah saking utawi dhateng Kota Metro.',
  'Surat Keterangan Pindah, atau KK dengan alamat baru':
    'Serat Katrangan Pindhah, utawi KK kanthi alamat enggal',
  'NIB usaha perorangan (OSS)': 'NIB usaha piyambak (OSS)',
  NIB: 'NIB',
  'Nomor Induk Berusaha untuk usaha perorangan, didaftarkan di OSS.':
    'Nomor Induk Berusaha kangge usaha piyambak, dipundaftaraken ing OSS.',
  DPMPTSP: 'DPMPTSP',
  'Petugas datang ke rumah atau tempat usaha pada jadwal yang disepakati.':
    'Petugas dhateng ing griya utawi papan usaha miturut jadwal ingkang sampun dipunrembag.',
  'Petugas mengecek data usaha.': 'Petugas mriksa data usaha.',
  'Petugas membantu mendaftar di OSS dengan HP pemilik usaha.':
    'Petugas mbiyantu ndhaftar ing OSS ngagem HP ingkang kagungan usaha.',
  'Pemilik usaha menerima NIB.': 'Ingkang kagungan usaha nampi NIB.',
  'Layanan kunjungan gratis. (Menunggu konfirmasi dinas.)':
    'Layanan kunjungan gratis. (Nengga katrangan dhinas.)',
  'Nomor Induk Berusaha (NIB)': 'Nomor Induk Berusaha (NIB)',
  'Laporkan ke LAPOR! (lapor.go.id, SMS 1708).': 'Laporaken dhateng LAPOR! (lapor.go.id, SMS 1708).',
  'Konsultasi perizinan': 'Rembagan bab ijin',
  'Konsultasi izin': 'Rembagan ijin',
  'Tanya jawab dengan petugas tentang izin yang dibutuhkan.':
    'Tanglet dhateng petugas bab ijin ingkang dipunbetahaken.',
  'Anda menceritakan rencana atau usaha Anda.': 'Panjenengan nyariosaken rancangan utawi usaha panjenengan.',
  'Petugas menjelaskan izin dan syaratnya.': 'Petugas nerangaken ijin lan saratipun.',
  'Penjelasan izin dan langkah berikutnya': 'Katrangan ijin lan lampah salajengipun',
  'Konsultasi atau pembayaran PBB-P2': 'Rembagan utawi mbayar PBB-P2',
  'PBB-P2': 'PBB-P2',
  'Tanya atau bayar Pajak Bumi dan Bangunan.': 'Tanglet utawi mbayar pajeg bumi lan bangunan (PBB).',
  Bapenda: 'Bapenda',
  'Petugas mengecek data pajak.': 'Petugas mriksa data pajeg.',
  'Petugas menjelaskan tagihan dan cara bayar yang resmi.':
    'Petugas nerangaken tagihan lan cara mbayar ingkang resmi.',
  'Layanan kunjungan gratis. Tarif pajak sesuai SPPT. (Menunggu konfirmasi dinas.)':
    'Layanan kunjungan gratis. Pajegipun miturut SPPT. (Nengga katrangan dhinas.)',
  'Penjelasan atau bukti bayar PBB-P2': 'Katrangan utawi bukti mbayar PBB-P2',
  Paspor: 'Paspor',
  Imigrasi: 'Imigrasi',
  'Belum bisa lewat kunjungan. Datang ke kantor imigrasi atau Mal Pelayanan Publik. (Menunggu konfirmasi dinas.)':
    'Dereng saged lumantar kunjungan. Mangga dhateng kantor imigrasi utawi Mal Pelayanan Publik. (Nengga katrangan dhinas.)',
  SKCK: 'SKCK',
  Kepolisian: 'Kepolisian',
  'Belum bisa lewat kunjungan. Datang ke kantor polisi atau Mal Pelayanan Publik. (Menunggu konfirmasi dinas.)':
    'Dereng saged lumantar kunjungan. Mangga dhateng kantor polisi utawi Mal Pelayanan Publik. (Nengga katrangan dhinas.)',
  Samsat: 'Samsat',
  'Belum bisa lewat kunjungan. Datang ke kantor Samsat atau Mal Pelayanan Publik. (Menunggu konfirmasi dinas.)':
    'Dereng saged lumantar kunjungan. Mangga dhateng kantor Samsat utawi Mal Pelayanan Publik. (Nengga katrangan dhinas.)',
  'BPJS Kesehatan': 'BPJS Kesehatan',
  'Belum bisa lewat kunjungan. Datang ke kantor BPJS Kesehatan atau Mal Pelayanan Publik. (Menunggu konfirmasi dinas.)':
    'Dereng saged lumantar kunjungan. Mangga dhateng kantor BPJS Kesehatan utawi Mal Pelayanan Publik. (Nengga katrangan dhinas.)',
  'BPJS Ketenagakerjaan': 'BPJS Ketenagakerjaan',
  'Belum bisa lewat kunjungan. Datang ke kantor BPJS Ketenagakerjaan atau Mal Pelayanan Publik. (Menunggu konfirmasi dinas.)':
    'Dereng saged lumantar kunjungan. Mangga dhateng kantor BPJS Ketenagakerjaan utawi Mal Pelayanan Publik. (Nengga katrangan dhinas.)',
  'Otentikasi Taspen': 'Otentikasi Taspen',
  Taspen: 'Taspen',
  'Belum bisa lewat kunjungan. Datang ke kantor Taspen atau Mal Pelayanan Publik. (Menunggu konfirmasi dinas.)':
    'Dereng saged lumantar kunjungan. Mangga dhateng kantor Taspen utawi Mal Pelayanan Publik. (Nengga katrangan dhinas.)',
  'AK-1': 'AK-1',
  'Dinas tenaga kerja': 'Dhinas tenaga kerja',
  'Belum bisa lewat kunjungan. Datang ke dinas tenaga kerja atau Mal Pelayanan Publik. (Menunggu konfirmasi dinas.)':
    'Dereng saged lumantar kunjungan. Mangga dhateng dhinas tenaga kerja utawi Mal Pelayanan Publik. (Nengga katrangan dhinas.)',
  'Bayi lahir': 'Bayi lair',
  'Akta kelahiran, KK, dan KIA.': 'Akta kelairan, KK, lan KIA.',
  'Keluarga meninggal': 'Kulawarga seda',
  'Akta kematian, KK, dan KTP-el suami atau istri.': 'Akta seda, KK, lan KTP-el garwa.',
  'Pindah rumah': 'Pindhah griya',
  'Pindah atau datang, KK, dan KTP-el.': 'Pindhah utawi dhateng, KK, lan KTP-el.',
  'Lansia lengkap': 'Jangkep kangge sepuh',
  'KTP-el, KK, dan IKD. Dengan petunjuk BPJS dan Taspen.':
    'KTP-el, KK, lan IKD. Kanthi pitedah BPJS lan Taspen.',
  'Apakah penerima layanan pernah punya KTP-el?': 'Punapa ingkang dipunladosi nate gadhah KTP-el?',
  'Belum pernah': 'Dereng nate',
  'Pernah, perlu diganti': 'Nate, kedah dipungantos',
  'Mulai usaha': 'Wiwit usaha',
  'NIB dan konsultasi perizinan (Nasi Ketan).': 'NIB lan rembagan bab ijin (Nasi Ketan).',
  'Dokumen hilang': 'Serat-serat ical',
  'KTP-el dan KK.': 'KTP-el lan KK.',
  Pagi: 'Enjing',
  Siang: 'Siyang',
  'Unit 1': 'Unit 1',
  'Unit 2': 'Unit 2',
  'Unit Nasi Ketan': 'Unit Nasi Ketan',
  'MPP Mobile': 'MPP Mobile',
  'Kunjungan ke rumah bagi warga yang sulit bepergian.':
    'Kunjungan dhateng dalem kangge warga ingkang ewed tindakan.',
  'Nasi Ketan': 'Nasi Ketan',
  'NIB dan konsultasi izin di rumah, untuk usaha rumahan.':
    'NIB lan rembagan bab ijin ing dalem, kangge usaha ing griya.',
  'Petugas DPMPTSP datang ke rumah atau tempat usaha Anda. NIB didaftarkan di OSS dengan HP pemilik usaha.':
    'Petugas DPMPTSP dhateng ing dalem utawi papan usaha panjenengan. NIB dipundhaftaraken ing OSS kanthi HP ingkang gadhah usaha.',
  'Meja MPP Mobile': 'Meja MPP Mobile',
  'Ada pungutan? Laporkan ke LAPOR!': 'Wonten ingkang narik arta? Laporaken dhateng LAPOR!',
  'Mal Pelayanan Publik Kota Metro': 'Mal Pelayanan Publik Kota Metro',
  bayi: 'bayi',
  meninggal: 'seda',
  'pindah rumah': 'pindhah griya',
  'pajak rumah': 'pajeg griya',
  'pajak tanah': 'pajeg siti',
  'pajak motor': 'pajeg motor',
  'izin usaha': 'ijin usaha',
  warung: 'warung',
};
