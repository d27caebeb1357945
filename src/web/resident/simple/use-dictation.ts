import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../../copy/words';
import type { TypedField } from '../../ui/field/field-aside';
import { hasVoiceConsent, keepVoiceConsent } from '../shell/simple/voice-consent';
import { withDictated } from './dictated-text';
import { type HearingFault, type Listening, listen } from './listen';
import { dictationLanguages, findLocal, type RecogniserMaker } from './recogniser';

/** `filled`: `after` is what was written, in place of `before`. */
export type DictationState =
  | { readonly is: 'rest' | 'asking' | 'waking' | 'listening' | 'writing' }
  | { readonly is: 'filled'; readonly before: string; readonly after: string }
  | { readonly is: 'fault'; readonly fault: HearingFault };

const REST = { is: 'rest' } as const;

/** One field filled in by speaking. What stood in it is never lost: it is added to, or comes back with `undo`. */
export function useDictation(make: RecogniserMaker, field: TypedField) {
  const { locale } = useWords();
  const [state, setState] = useState<DictationState>(REST);
  const listening = useRef<Listening | undefined>(undefined);
  const local = useRef<string | undefined>(undefined);
  // What is heard comes late: it goes behind what stands in the field then.
  const latest = useRef(field);
  useEffect(() => {
    latest.current = field;
  });
  useEffect(() => {
    let isOver = false;
    local.current = undefined;
    // Asked early: a browser may take a microphone only from the press itself.
    void findLocal(make, dictationLanguages(locale)).then((language) => {
      if (!isOver) local.current = language;
    });
    return () => {
      isOver = true;
      listening.current?.cancel();
    };
  }, [make, locale]);

  const start = useCallback(() => {
    // Else the phone would hear itself.
    globalThis.speechSynthesis?.cancel();
    const onPhone = local.current;
    if (onPhone === undefined && !navigator.onLine) {
      setState({ is: 'fault', fault: 'network' });
      return;
    }
    setState({ is: 'waking' });
    // A start that fails has ended before it is known here.
    let hasEnded = false;
    const started = listen({
      make,
      languages: onPhone === undefined ? dictationLanguages(locale) : [onPhone],
      isLocal: onPhone !== undefined,
      onHearing: () => setState({ is: 'listening' }),
      onText: (dictated) => {
        const { value: before, onChange } = latest.current;
        const after = withDictated(latest.current, dictated);
        setState(after === undefined ? { is: 'fault', fault: 'unclear' } : { is: 'filled', before, after });
        if (after !== undefined) onChange(after);
      },
      onFault: (fault) => setState({ is: 'fault', fault }),
      onEnd: () => {
        hasEnded = true;
        listening.current = undefined;
        setState((now) => (now.is === 'fault' || now.is === 'filled' ? now : REST));
      },
    });
    if (!hasEnded) listening.current = started;
  }, [make, locale]);

  const press = () => {
    if (listening.current !== undefined) {
      setState({ is: 'writing' });
      listening.current.finish();
    } else if (local.current !== undefined || hasVoiceConsent()) start();
    else setState({ is: 'asking' });
  };
  const answer = (isGiven: boolean) => {
    if (isGiven) {
      keepVoiceConsent(true);
      start();
    } else setState(REST);
  };
  const undo = () => {
    if (state.is === 'filled') field.onChange(state.before);
    setState(REST);
  };
  return { state, press, answer, undo };
}
