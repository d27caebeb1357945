import { useEffect, useRef, useState } from 'react';
import type { BookingId } from '../../../../domain/booking/booking';
import { keepRecordDraft, readRecordDraft } from '../../../../offline/crew/record-drafts';
import type { RecordForm } from '../../../../offline/crew/record-form';
import { useCrewPhone } from '../sheet/crew-phone';

/** The record of a visit as it is filled in, each answer kept on this phone as it is given. `form` is absent until read. */
export function useRecord(id: BookingId) {
  const { store } = useCrewPhone();
  const [form, setForm] = useState<RecordForm | undefined>(undefined);
  const [hasFailed, setHasFailed] = useState(false);
  // One after the other, so that an earlier answer never overtakes a later one.
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
  /** Runs after all that was typed is kept: what ends the draft must not be followed by it. */
  const afterWriting = (run: () => void) => void writing.current.then(run);
  return { form, change, afterWriting, hasFailed };
}
