import type { Example } from '../example';
import { ReloadNotice } from './reload-notice';

const title = 'HP ini belum bisa menyimpan isian';

export const reloadNoticeExamples: readonly Example[] = [
  {
    name: 'a reload may help',
    render: () => (
      <ReloadNotice title={title} canReload>
        Penyimpanan HP tidak bisa dibuka lagi. Tekan Muat ulang. Isian Anda tetap ada.
      </ReloadNotice>
    ),
  },
  {
    name: 'the phone is full',
    render: () => (
      <ReloadNotice title={title} canReload={false}>
        Penyimpanan HP penuh. Hapus foto atau berkas yang tidak dipakai.
      </ReloadNotice>
    ),
  },
];
