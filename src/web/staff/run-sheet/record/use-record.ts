import { useEffect, useRef, useState } from 'react';
import type { BookingId } from '../../../../domain/booking/booking';
import { keepRecordDraft, readRecordDraft } from '../../../../offline/crew/record-drafts';
import type { RecordForm } from '../../../../offline/crew/record-form';
import { useCrewPhone } from '../sheet/crew-phone';

/**
 * Holds the record of a visit while the crew fills it in, and keeps each answer on this phone at once. `form`
 * is undefined until read.
 */
export function useRecord(id: BookingId) {
  const { store } = useCrewPhone();
  const [form, setForm] = useState<RecordForm | undefined>(undefined);
  const [hasFailed, setHasFailed] = useState(false);
  // Writes one after another, so that an earlier answer never overwrites a later one.
  const writing = useRef(Promise.resolve());
  useEffect(() => {
    let isShown = true;
    readRecordDraft(store, id).then(
      (kept) => isShown && setForm(kept),
      () => isShown && setHasFailed(true),
    );
    return () => {
      isShown = false;
    };
  }, [store, id]);
  const change = (next: RecordForm) => {
    setForm(next);
    writing.current = writing.current.then(() =>
      keepRecordDraft(store, id, next).then(
        () => setHasFailed(false),
        () => setHasFailed(true),
      ),
    );
  };
  /**
   * Runs `run` after everything typed is kept: a late write must not follow the command that ends the draft.
   */
  const afterWriting = (run: () => void) => void writing.current.then(run);
  return { form, change, afterWriting, hasFailed };
}
