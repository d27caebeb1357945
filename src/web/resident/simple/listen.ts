import type { Recogniser, RecogniserMaker } from './recogniser';

/** Why nothing was heard. `unclear` is ours: it was heard, and is not what the field takes. */
export type HearingFault =
  | 'no-speech'
  | 'network'
  | 'not-allowed'
  | 'no-microphone'
  | 'language'
  | 'unclear'
  | 'failed';

/** The names that the Web Speech API has for them; `aborted` is what a press or another page does. */
const FAULTS: Readonly<Record<string, HearingFault>> = {
  'no-speech': 'no-speech',
  network: 'network',
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'not-allowed',
  'audio-capture': 'no-microphone',
  'language-not-supported': 'language',
};

/** Some browsers never end after they were told to stop. */
const END_MS = 4_000;

export type ListenInput = {
  readonly make: RecogniserMaker;
  /** BCP 47, the best first; the next is tried where the browser does not know one. */
  readonly languages: readonly string[];
  readonly isLocal: boolean;
  readonly onHearing: () => void;
  /** One stretch of speech; comes once, and the end after it. */
  readonly onText: (text: string) => void;
  readonly onFault: (fault: HearingFault) => void;
  /** Comes once, last of all, whatever happened. */
  readonly onEnd: () => void;
};

export type Listening = {
  /** Takes what was said until now. */
  readonly finish: () => void;
  /** Takes nothing. */
  readonly cancel: () => void;
};

let current: Listening | undefined;

/** Listening in any field ends, and nothing of it is taken: the page is read aloud, or another field listens. */
export function stopListening(): void {
  current?.cancel();
}

/**
 * Hears one stretch of speech; where it ends is for the browser to tell, so that no microphone stays open behind one who
 * has gone. No time is set by us: after a pause one goes on with another press.
 */
export function listen(input: ListenInput): Listening {
  stopListening();
  const { onText, onFault, onEnd, onHearing, languages } = input;
  let isOver = false;
  let isFinishing = false;
  let text = '';
  let recogniser: Recogniser | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const end = (fault?: HearingFault) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(timer);
    if (current === listening) current = undefined;
    if (text !== '') onText(text);
    else if (fault !== undefined) onFault(fault);
    onEnd();
  };
  const begin = (at: number) => {
    const own = makeOne(input, languages[at]);
    recogniser = own;
    own.onstart = onHearing;
    own.onresult = ({ results }) => {
      text = finalText(results);
    };
    own.onerror = ({ error }) => {
      const fault = error === 'aborted' ? undefined : (FAULTS[error] ?? 'failed');
      const hasNext = fault === 'language' && at + 1 < languages.length;
      // What comes after a fault is no more of interest, and does not come everywhere.
      if (!hasNext) end(fault);
      else if (!isOver) tryBegin(at + 1);
    };
    own.onend = () => {
      // Not that of a language that another took the place of.
      if (own === recogniser) end(isFinishing ? undefined : 'no-speech');
    };
    own.start();
  };
  const tryBegin = (at: number) => {
    try {
      begin(at);
    } catch {
      end('failed');
    }
  };
  const listening: Listening = {
    finish: () => {
      if (isOver) return;
      isFinishing = true;
      recogniser?.stop();
      timer = setTimeout(() => {
        recogniser?.abort();
        end();
      }, END_MS);
    },
    cancel: () => {
      text = '';
      end();
      recogniser?.abort();
    },
  };
  current = listening;
  tryBegin(0);
  return listening;
}

function makeOne({ make, isLocal }: ListenInput, language = ''): Recogniser {
  const made = new make();
  made.lang = language;
  // Halves of sentences are told twice by some phones: only what is final is taken.
  made.continuous = false;
  made.interimResults = false;
  if (isLocal) made.processLocally = true;
  return made;
}

function finalText(results: Parameters<NonNullable<Recogniser['onresult']>>[0]['results']): string {
  return Array.from(results)
    .filter(({ isFinal }) => isFinal)
    .map((result) => result[0]?.transcript.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ');
}
