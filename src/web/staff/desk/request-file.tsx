import './file.css';
import { useState } from 'react';
import type { BookingFile } from '../../../contract/staff/desk';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useRead } from '../shell/use-read';
import { readBookingFile } from './desk-api';
import { DoublesNotice } from './doubles-notice';
import { ErasedFile } from './erased-file';
import { FailureNotice } from './failure-notice';
import { FileActions } from './file-actions';
import { FileFacts } from './file-facts';
import { FileHead } from './file-head';
import { FilePhotos } from './file-photos';
import { HistoryList } from './history-list';
import { RecordConflicts } from './record-conflicts';

type RequestFileProps = {
  id: string;
  /** Goes up when anything in the city changed: the file is read again. */
  tick: number;
  backTo: string;
};

/** Everything known of one request, and what can be decided about it. Opening it is written in the audit. */
export function RequestFile({ id, tick, backTo }: RequestFileProps) {
  const [own, setOwn] = useState(0);
  const { data, failure, again } = useRead(id, () => readBookingFile(id), tick + own);
  return (
    <article className="file" aria-labelledby="file-title">
      <div className="file__back">
        <BackLink to={backTo} />
      </div>
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Skeleton rows={6} />}
      {data !== undefined && 'erased' in data && <ErasedFile file={data} />}
      {data !== undefined && 'booking' in data && <OpenFile file={data} onDone={() => setOwn(own + 1)} />}
    </article>
  );
}

function OpenFile({ file, onDone }: { file: BookingFile; onDone: () => void }) {
  const { t } = useWords();
  return (
    <>
      <FileHead file={file} />
      <DoublesNotice doubles={file.doubles} />
      <RecordConflicts file={file} onDone={onDone} />
      <FileActions file={file} onDone={onDone} />
      <FilePhotos file={file} />
      <FileFacts file={file} />
      <HistoryList title={t('desk.file.notes')} lines={file.booking.notes} empty={t('desk.file.noNotes')} />
      <HistoryList title={t('desk.file.history')} lines={file.booking.history} />
    </>
  );
}
