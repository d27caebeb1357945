import { useCallback, useEffect, useRef, useState } from 'react';
import type { BookingId } from '../../../../domain/booking/booking';
import { keepRecordDraft, readRecordDraft } from '../../../../offline/crew/record-drafts';
import type { RecordForm } from '../../../../offline/crew/record-form';
import { carry, takeCarried } from '../../../ui/carry-over/carry-over';
import { useCrewPhone } from '../sheet/crew-phone';

/** What was left is this app's own writing. */
function isRecordForm(left: unknown): left is RecordForm {
  return typeof left === 'object' && left !== null && 'outcomes' in left && 'lacking' in left;
}

/**
 * Holds the record of a visit while the crew fills it in, and keeps each answer on this phone at once. `form`
 * is undefined until read.
 */
export function useRecord(id: BookingId) {
  const { store } = useCrewPhone();
  const [form, setForm] = useState<RecordForm | undefined>(undefined);
  const [hasFailed, setHasFailed] = useState(false);
  const name = `record:${store.staffId}:${id}`;
  /** The record as typed, where this phone did not keep it. */
  const unkept = useRef<RecordForm | undefined>(undefined);
  useEffect(() => carry(name, () => unkept.current), [name]);
  // Writes one after another, so that an earlier answer never overwrites a later one.
  const writing = useRef(Promise.resolve());
  const change = useCallback(
    (next: RecordForm) => {
      setForm(next);
      writing.current = writing.current.then(() =>
        keepRecordDraft(store, id, next).then(
          () => {
            unkept.current = undefined;
            setHasFailed(false);
          },
          () => {
            unkept.current = next;
            setHasFailed(true);
          },
        ),
      );
    },
    [store, id],
  );
  useEffect(() => {
    let isShown = true;
    readRecordDraft(store, id).then(
      (kept) => {
        if (!isShown) return;
        const left = takeCarried(name);
        if (isRecordForm(left)) change(left);
        else setForm(kept);
      },
      () => isShown && setHasFailed(true),
    );
    return () => {
      isShown = false;
    };
  }, [store, id, name, change]);
  /**
   * Runs `run` after everything typed is kept: a late write must not follow the command that ends the draft.
   */
  const afterWriting = (run: () => void) => void writing.current.then(run);
  return { form, change, afterWriting, hasFailed };
}
