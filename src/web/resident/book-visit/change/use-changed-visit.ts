import { useEffect, useState } from 'react';
import { isBehindDesk, refreshChange } from '../../../../offline/store/draft/start-change';
import { watchVisit } from '../../../../offline/store/engine/watch';
import type { Visit } from '../../../../offline/store/visit/visit';
import { usePhone } from '../../shell/phone/phone-context';
import { useWatched } from '../../shell/phone/use-watched';
import type { Form } from '../use-draft';

export type ChangedVisit = {
  /** Undefined until the phone has answered. */
  readonly visit: Visit | undefined;
  /** The desk changed the request meanwhile, and the change now rests on that. */
  readonly isMerged: boolean;
};

/** Follows the visit that a draft changes, and keeps the draft on what the desk changes meanwhile. */
export function useChangedVisit(form: Form): ChangedVisit {
  const { store, now } = usePhone();
  const [isMerged, setIsMerged] = useState(false);
  const { draft, flush } = form;
  const { changeOf } = draft;
  const { value } = useWatched<{ readonly visit: Visit | undefined }>(
    (onValue, onError) =>
      changeOf === undefined
        ? () => undefined
        : watchVisit(store, changeOf.bookingId, (visit) => onValue({ visit }), onError),
    [store, changeOf?.bookingId],
  );
  const visit = value?.visit;
  const isBehind = visit !== undefined && isBehindDesk(draft, visit);
  useEffect(() => {
    if (!isBehind || visit === undefined) return;
    const merge = async () => {
      await flush();
      if ((await refreshChange(store, draft, visit, now())) !== undefined) setIsMerged(true);
    };
    // A phone that cannot keep it says so when it is sent.
    merge().catch(() => undefined);
  }, [isBehind, visit, draft, flush, store, now]);
  return { visit, isMerged };
}
