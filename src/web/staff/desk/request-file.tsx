import './file.css';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { BookingFile } from '../../../contract/staff/desk';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Notice } from '../../ui/notice/notice';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useRead } from '../shell/use-read';
import { readBookingFile } from './desk-api';
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
      <Doubles doubles={file.doubles} />
      <RecordConflicts file={file} onDone={onDone} />
      <FileActions file={file} onDone={onDone} />
      <FilePhotos file={file} />
      <FileFacts file={file} />
      <HistoryList title={t('desk.file.notes')} lines={file.booking.notes} empty={t('desk.file.noNotes')} />
      <HistoryList title={t('desk.file.history')} lines={file.booking.history} />
    </>
  );
}

/** Other open requests for the same person: two crews at one door help nobody. */
function Doubles({ doubles }: Pick<BookingFile, 'doubles'>) {
  const { t } = useWords();
  if (doubles.length === 0) return null;
  return (
    <Notice kind="warning" title={t('desk.file.doubles', { count: doubles.length })}>
      <ul className="file__links">
        {doubles.map(({ id, number, state }) => (
          <li key={id}>
            <Link to={`/meja/permohonan/${id}?view=open`}>
              {`${number.slice(0, 4)} ${number.slice(4)} · ${t(`desk.state.${state}`)}`}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
