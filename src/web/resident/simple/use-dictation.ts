import { useCallback, useEffect, useRef, useState } from 'react';
import { useWords } from '../../copy/words';
import type { TypedField } from '../../ui/field/field-aside';
import { hasVoiceConsent, keepVoiceConsent } from '../shell/simple/voice-consent';
import { withDictated } from './dictated-text';
import { type HearingFault, type Listening, listen } from './listen';
import { dictationLanguages, findLocal, type RecogniserMaker } from './recogniser';

/** `filled`: dictation replaced `before` with `after`. */
export type DictationState =
  | { readonly is: 'rest' | 'asking' | 'waking' | 'listening' | 'writing' }
  | { readonly is: 'filled'; readonly before: string; readonly after: string }
  | { readonly is: 'fault'; readonly fault: HearingFault };

const REST = { is: 'rest' } as const;

/**
 * Fills one field by dictation. Its earlier value is never lost: dictation adds to it, or `undo` restores it.
 */
export function useDictation(make: RecogniserMaker, field: TypedField) {
  const { locale } = useWords();
  const [state, setState] = useState<DictationState>(REST);
  const listening = useRef<Listening | undefined>(undefined);
  const local = useRef<string | undefined>(undefined);
  // Recognised text arrives late and is added to the value that the field has by then.
  const latest = useRef(field);
  useEffect(() => {
    latest.current = field;
  });
  useEffect(() => {
    let isOver = false;
    local.current = undefined;
    // Asked early, because a browser may allow the microphone only directly from a press.
    void findLocal(make, dictationLanguages(locale)).then((language) => {
      if (!isOver) local.current = language;
    });
    return () => {
      isOver = true;
      listening.current?.cancel();
    };
  }, [make, locale]);

  const start = useCallback(() => {
    // Otherwise the phone would hear its own voice.
    globalThis.speechSynthesis?.cancel();
    const onPhone = local.current;
    if (onPhone === undefined && !navigator.onLine) {
      setState({ is: 'fault', fault: 'network' });
      return;
    }
    setState({ is: 'waking' });
    // A start that fails ends before `listen` returns.
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
