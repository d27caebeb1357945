import { useCallback, useEffect, useRef, useState } from 'react';
import type { BookingId } from '../../../domain/booking/booking';
import type { Draft, DraftChange } from '../../../offline/store/draft/draft';
import { changeDraft, readDraft } from '../../../offline/store/draft/drafts';
import { usePhone } from '../shell/phone/phone-context';

/**
 * How long typing may rest before it is written, in milliseconds. What comes after a rest of that length is written at
 * once: a box that is ticked and left by a full load of another page is lost if its writing only begins then.
 */
const SAVE_AFTER_MS = 250;

/** A draft being filled in; what is typed shows at once and is written soon after. */
export type Form = {
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
  /** Keeps what no page shows: nothing is drawn for it. */
  readonly keep: (change: DraftChange) => void;
  /** Writes what still waits; never rejects. */
  readonly flush: () => Promise<void>;
  /** Why the last writing failed; it is tried again with the next. */
  readonly saveFailure: { readonly error: unknown } | undefined;
};

export type OpenDraft =
  | { readonly status: 'loading' | 'missing' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'ready'; readonly form: Form };

/** Opens one draft of this phone. For another `id` mount anew (`key`). */
export function useDraft(id: BookingId): OpenDraft {
  const { store, now } = usePhone();
  const [loaded, setLoaded] = useState<Draft | Exclude<OpenDraft, { status: 'ready' }>>({
    status: 'loading',
  });
  const [saveFailure, setSaveFailure] = useState<Form['saveFailure']>(undefined);
  const waiting = useRef<DraftChange>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const changedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const writing = useRef<Promise<void>>(Promise.resolve());
  const isThere = useRef(false);

  useEffect(() => {
    let isShown = true;
    readDraft(store, id).then(
      (draft) => isShown && setLoaded(draft ?? { status: 'missing' }),
      (error: unknown) => isShown && setLoaded({ status: 'failed', error }),
    );
    return () => {
      isShown = false;
    };
  }, [store, id]);

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current);
    const change = waiting.current;
    if (Object.keys(change).length === 0) return writing.current;
    waiting.current = {};
    // One after the other, so that an older answer never overtakes a newer one.
    writing.current = writing.current
      .then(() => changeDraft(store, id, change, now()))
      .then(
        () => {
          if (isThere.current) setSaveFailure(undefined);
        },
        (error: unknown) => {
          waiting.current = { ...change, ...waiting.current };
          if (isThere.current) setSaveFailure({ error });
        },
      );
    return writing.current;
  }, [store, id, now]);

  const keep = useCallback(
    (part: DraftChange) => {
      waiting.current = { ...waiting.current, ...part };
      const atMs = performance.now();
      const isAfterRest = atMs - changedAtMs.current > SAVE_AFTER_MS;
      changedAtMs.current = atMs;
      clearTimeout(timer.current);
      // A task of its own, so that the answer is on screen first.
      timer.current = setTimeout(() => void flush(), isAfterRest ? 0 : SAVE_AFTER_MS);
    },
    [flush],
  );

  const change = useCallback(
    (part: DraftChange) => {
      setLoaded((before) => ('status' in before ? before : { ...before, ...part }));
      keep(part);
    },
    [keep],
  );

  useEffect(() => {
    // A phone may kill a hidden page without another word: `visibilitychange` is the last sure event, and `pagehide`
    // covers Safari leaving to another page.
    const save = () => void flush();
    isThere.current = true;
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
      // What is written last ends when the page is gone: there is nobody left to tell.
      isThere.current = false;
      save();
    };
  }, [flush]);

  if ('status' in loaded) return loaded;
  return { status: 'ready', form: { draft: loaded, change, keep, flush, saveFailure } };
}
