import { useCallback, useEffect, useRef, useState } from 'react';
import type { BookingId } from '../../../domain/booking/booking';
import { EMPTY_REQUEST } from '../../../domain/booking/request-draft';
import type { Draft, DraftChange } from '../../../offline/store/draft/draft';
import { changeDraft, readDraft, startDraft } from '../../../offline/store/draft/drafts';
import { changesNothing, isSameAnswers, withoutArrived } from '../../../offline/store/draft/same-answers';
import { type DraftStanding, watchDraft } from '../../../offline/store/draft/watch-draft';
import type { Queued } from '../../../offline/store/visit/queue-booking';
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
  /** Takes this draft out of this window by `queue`; returns `failed` where not everything is kept. */
  readonly send: (queue: () => Promise<Queued>) => Promise<Queued | 'failed'>;
  /** Why the last write failed. The next write tries again. */
  readonly saveFailure: { readonly error: unknown } | undefined;
};

/** The draft was sent or deleted in another window while this one was open. */
export type GoneDraft = {
  readonly status: 'gone';
  readonly is: 'sent' | 'deleted';
  /** The new draft with what was typed here and was not part of it. */
  readonly typedIn?: BookingId | undefined;
  /** The visit that the draft became or changes. */
  readonly visitId: BookingId;
};

export type OpenDraft =
  | { readonly status: 'loading' | 'missing' }
  | GoneDraft
  | { readonly status: 'failed'; readonly error: unknown }
  | { readonly status: 'ready'; readonly form: Form };

const nameOf = (id: BookingId) => `draft:${id}`;

const NOTHING = { ...EMPTY_REQUEST, page: '', startedAtMs: 0, savedAtMs: 0 };

/** What was left is this app's own writing: the changes to this draft. */
function isChange(left: unknown): left is DraftChange {
  return typeof left === 'object' && left !== null;
}

/**
 * Opens one draft of this phone, and follows it: what another window writes is shown here, and where another
 * window sends or deletes it, what was typed here becomes a new draft. Callers remount (`key`) for another
 * `id`.
 */
export function useDraft(id: BookingId): OpenDraft {
  const { store, now } = usePhone();
  const [loaded, setLoaded] = useState<Draft | Exclude<OpenDraft, { status: 'ready' }>>({
    status: 'loading',
  });
  const [saveFailure, setSaveFailure] = useState<Form['saveFailure']>(undefined);
  const waiting = useRef<DraftChange>({});
  const onTheWay = useRef<DraftChange>({});
  /** The draft as this window last read it, and the version that this window last wrote. */
  const known = useRef<{ draft: Draft | undefined; written: number }>({ draft: undefined, written: 0 });
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const changedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const writing = useRef<Promise<boolean>>(Promise.resolve(true));
  const hasFailed = useRef(false);
  const isThere = useRef(false);
  /** Whether this window itself sends the draft, or has dealt with its end. */
  const isOver = useRef(false);

  const end = useCallback(
    async (is: GoneDraft['is']): Promise<void> => {
      const { draft } = known.current;
      if (isOver.current || draft === undefined) return;
      isOver.current = true;
      clearTimeout(timer.current);
      const typed = { ...onTheWay.current, ...waiting.current };
      waiting.current = {};
      try {
        const isNews = !changesNothing(draft, typed);
        const made = isNews ? await startDraft(store, now(), { ...draft, ...typed }) : undefined;
        const visitId = draft.changeOf?.bookingId ?? id;
        setLoaded({ status: 'gone', is, typedIn: made?.id, visitId });
      } catch (error) {
        leaveCarried(nameOf(id), typed);
        setLoaded({ status: 'failed', error });
      }
    },
    [store, id, now],
  );

  const readEnd = useCallback(async () => {
    const isThere =
      (await store.bookings.get(id)) !== undefined || (await store.drafts.get(id)) !== undefined;
    return isThere ? 'sent' : 'deleted';
  }, [store, id]);

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const change = waiting.current;
    if (Object.keys(change).length === 0) return writing.current;
    waiting.current = {};
    onTheWay.current = { ...onTheWay.current, ...change };
    // Writes one after another, so that an older change never overwrites a newer one.
    writing.current = writing.current
      .then(() => changeDraft(store, id, change, now()))
      .then(
        async (version) => {
          hasFailed.current = false;
          if (isThere.current) setSaveFailure(undefined);
          if (version === undefined) {
            await end(await readEnd());
            return false;
          }
          known.current.written = version;
          onTheWay.current = withoutArrived(onTheWay.current, change);
          return true;
        },
        (error: unknown) => {
          hasFailed.current = true;
          onTheWay.current = withoutArrived(onTheWay.current, change);
          waiting.current = { ...change, ...waiting.current };
          if (isThere.current) setSaveFailure({ error });
          else leaveCarried(nameOf(id), waiting.current);
          return false;
        },
      );
    return writing.current;
  }, [store, id, now, end, readEnd]);

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

  const send = useCallback(
    async (queue: () => Promise<Queued>) => {
      if (!(await flush())) return 'failed';
      isOver.current = true;
      try {
        const queued = await queue();
        isOver.current = queued === 'queued';
        if (queued === 'gone') await end(await readEnd());
        const fresh = queued === 'changed' ? await readDraft(store, id) : undefined;
        if (fresh !== undefined) {
          known.current.draft = fresh;
          setLoaded(fresh);
        }
        return queued;
      } catch (error) {
        isOver.current = false;
        throw error;
      }
    },
    [store, id, flush, end, readEnd],
  );

  useEffect(() => {
    let isShown = true;
    readDraft(store, id).then(
      (draft) => {
        if (!isShown) return;
        const left = takeCarried(nameOf(id));
        // What a reload carried here is kept even where its draft is gone by now.
        known.current.draft = draft ?? (isChange(left) ? { ...NOTHING, id } : undefined);
        setLoaded(draft ?? { status: 'missing' });
        if (isChange(left)) change(left);
      },
      (error: unknown) => isShown && setLoaded({ status: 'failed', error }),
    );
    return () => {
      isShown = false;
    };
  }, [store, id, change]);

  useEffect(() => {
    const show = (standing: DraftStanding) => {
      if (standing.is !== 'there') return void end(standing.is);
      const { written, draft: before } = known.current;
      // Read before this window's last write, and overtaken by it.
      if (before === undefined || isOver.current || standing.version < written) return;
      known.current.draft = standing.draft;
      const shown = { ...standing.draft, ...onTheWay.current, ...waiting.current };
      setLoaded((drawn) => ('status' in drawn || isSameAnswers(drawn, shown) ? drawn : shown));
    };
    // A page that cannot read the draft says so itself.
    return watchDraft(store, id, show, () => undefined);
  }, [store, id, end]);

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
  return { status: 'ready', form: { draft: loaded, change, keep, flush, send, saveFailure } };
}
