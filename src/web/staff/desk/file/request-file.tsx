import './file.css';
import { useState } from 'react';
import type { BookingFile } from '../../../../contract/staff/desk';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useRead } from '../../shell/api/use-read';
import { readBookingFile } from '../desk-api';
import { FailureNotice } from '../failure-notice';
import { DecidedNotice, type OnDecided } from './decided-notice';
import { DoublesNotice } from './doubles-notice';
import { ErasedFileView } from './erased-file-view';
import { FileActions } from './file-actions';
import { FileFacts } from './file-facts';
import { FileHead } from './file-head';
import { FileHistory } from './file-history';
import { FilePhotos } from './file-photos';
import { RecordConflicts } from './record-conflicts';

/** The last decision made here, and how many there were. */
type Decided = { readonly name: Parameters<OnDecided>[0]; readonly count: number };

type RequestFileProps = {
  id: string;
  /** Rises whenever anything in the city changes: the file is then read again. */
  tick: number;
  backTo: string;
};

/**
 * Shows everything known about one request, and what can be decided about it. The server writes each opening
 * in the audit.
 */
export function RequestFile({ id, tick, backTo }: RequestFileProps) {
  const [decided, setDecided] = useState<Decided>();
  const own = decided?.count ?? 0;
  const { data, failure, again } = useRead(id, () => readBookingFile(id), tick + own);
  return (
    <article className="file" aria-labelledby="file-title">
      <div className="file__back">
        <BackLink to={backTo} />
      </div>
      {failure !== undefined && <FailureNotice failure={failure} again={again} />}
      {data === undefined && failure === undefined && <Skeleton rows={6} />}
      {data !== undefined && 'erased' in data && <ErasedFileView file={data} />}
      {data !== undefined && 'booking' in data && (
        <OpenFile file={data} decided={decided} onDone={(name) => setDecided({ name, count: own + 1 })} />
      )}
    </article>
  );
}

type OpenFileProps = { file: BookingFile; decided: Decided | undefined; onDone: OnDecided };

function OpenFile({ file, decided, onDone }: OpenFileProps) {
  const { t } = useWords();
  return (
    <>
      <FileHead file={file} />
      {decided && <DecidedNotice key={decided.count} name={decided.name} headingId="file-title" />}
      <DoublesNotice doubles={file.doubles} />
      <RecordConflicts file={file} onDone={onDone} />
      <FileActions file={file} onDone={onDone} />
      <FilePhotos file={file} />
      <FileFacts file={file} />
      <FileHistory title={t('desk.file.notes')} lines={file.booking.notes} empty={t('desk.file.noNotes')} />
      <FileHistory title={t('desk.file.history')} lines={file.booking.history} />
    </>
  );
}
