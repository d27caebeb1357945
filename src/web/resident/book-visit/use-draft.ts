import { useCallback, useEffect, useRef, useState } from 'react';
import type { BookingId } from '../../../domain/booking/booking';
import type { Draft, DraftChange } from '../../../offline/store/draft/draft';
import { changeDraft, readDraft } from '../../../offline/store/draft/drafts';
import { carry, leaveCarried, takeCarried } from '../../ui/carry-over/carry-over';
import { usePhone } from '../shell/phone/phone-context';

/**
 * How long after a change the draft is written, in milliseconds. The first change after a pause of this
 * length is written at once: a ticked box would be lost if the resident then left by a full page load before
 * the writing began.
 */
const SAVE_AFTER_MS = 250;

/** A draft being filled in: a change shows at once and is written soon after. */
export type Form = {
  readonly draft: Draft;
  readonly change: (change: DraftChange) => void;
  /** Keeps a change that no page shows, without redrawing. */
  readonly keep: (change: DraftChange) => void;
  /** Writes every change still waiting, and returns whether everything is kept; never rejects. */
  readonly flush: () => Promise<boolean>;
  /** Why the last write failed. The next write tries again. */
  readonly saveFailure: { readonly error: unknown } | undefined;
};

export type OpenDraft =
  | { readonly status: 'loading' | 'missing' }
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'ready'; readonly form: Form };

const nameOf = (id: BookingId) => `draft:${id}`;

/** What was left is this app's own writing: the changes to this draft. */
function isRecord(left: unknown): left is DraftChange {
  return typeof left === 'object' && left !== null;
}

/** Opens one draft of this phone. Callers remount (`key`) for another `id`. */
export function useDraft(id: BookingId): OpenDraft {
  const { store, now } = usePhone();
  const [loaded, setLoaded] = useState<Draft | Exclude<OpenDraft, { status: 'ready' }>>({
    status: 'loading',
  });
  const [saveFailure, setSaveFailure] = useState<Form['saveFailure']>(undefined);
  const waiting = useRef<DraftChange>({});
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const changedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const writing = useRef<Promise<boolean>>(Promise.resolve(true));
  const hasFailed = useRef(false);
  const isThere = useRef(false);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const change = waiting.current;
    if (Object.keys(change).length === 0) return writing.current;
    waiting.current = {};
    // Writes one after another, so that an older change never overwrites a newer one.
    writing.current = writing.current
      .then(() => changeDraft(store, id, change, now()))
      .then(
        () => {
          hasFailed.current = false;
          if (isThere.current) setSaveFailure(undefined);
          return true;
        },
        (error: unknown) => {
          hasFailed.current = true;
          waiting.current = { ...change, ...waiting.current };
          if (isThere.current) setSaveFailure({ error });
          else leaveCarried(nameOf(id), waiting.current);
          return false;
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
      // Runs in a task of its own, so that the answer is drawn first.
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
    let isShown = true;
    readDraft(store, id).then(
      (draft) => {
        if (!isShown) return;
        setLoaded(draft ?? { status: 'missing' });
        const left = draft && takeCarried(nameOf(id));
        if (isRecord(left)) change(left);
      },
      (error: unknown) => isShown && setLoaded({ status: 'failed', error }),
    );
    return () => {
      isShown = false;
    };
  }, [store, id, change]);

  useEffect(() => carry(nameOf(id), () => (hasFailed.current ? waiting.current : undefined)), [id]);

  useEffect(() => {
    // A phone may kill a hidden page without warning: `visibilitychange` is the last reliable event, and
    // `pagehide` covers Safari leaving to another page.
    const save = () => void flush();
    isThere.current = true;
    window.addEventListener('pagehide', save);
    document.addEventListener('visibilitychange', save);
    return () => {
      window.removeEventListener('pagehide', save);
      document.removeEventListener('visibilitychange', save);
      // The last write ends after the page is gone, so there is no page to show its result.
      isThere.current = false;
      save();
    };
  }, [flush]);

  if ('status' in loaded) return loaded;
  return { status: 'ready', form: { draft: loaded, change, keep, flush, saveFailure } };
}
