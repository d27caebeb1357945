import type { Recogniser, RecogniserMaker } from './recogniser';

/** Why dictation failed. `unclear` is this app's own: speech was recognised, but does not fit the field. */
export type HearingFault =
  | 'no-speech'
  | 'network'
  | 'not-allowed'
  | 'no-microphone'
  | 'language'
  | 'unclear'
  | 'failed';

/**
 * The Web Speech API's names for these faults. `aborted` is missing, because a press or another page causes
 * it.
 */
const FAULTS: Readonly<Record<string, HearingFault>> = {
  'no-speech': 'no-speech',
  network: 'network',
  'not-allowed': 'not-allowed',
  'service-not-allowed': 'not-allowed',
  'audio-capture': 'no-microphone',
  'language-not-supported': 'language',
};

/** How long to wait for the end after a stop, in milliseconds: some browsers never report it. */
const END_MS = 4_000;

export type ListenInput = {
  readonly make: RecogniserMaker;
  /** BCP 47 tags, the best first; the next is tried when the browser does not know one. */
  readonly languages: readonly string[];
  readonly isLocal: boolean;
  readonly onHearing: () => void;
  /** Called at most once, with the text of one stretch of speech, before `onEnd`. */
  readonly onText: (text: string) => void;
  readonly onFault: (fault: HearingFault) => void;
  /** Called once, last of all, whatever happened. */
  readonly onEnd: () => void;
};

export type Listening = {
  /** Stops listening and keeps what was said so far. */
  readonly finish: () => void;
  /** Stops listening and drops what was said. */
  readonly cancel: () => void;
};

let current: Listening | undefined;

/**
 * Stops listening in any field and drops what was said, because the page is read aloud or another field
 * listens.
 */
export function stopListening(): void {
  current?.cancel();
}

/**
 * Recognises one stretch of speech. The browser decides where it ends, so that no microphone stays open after
 * the resident leaves; after a pause the resident presses again. This app sets no time limit.
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
      // Events after a fault do not matter, and some browsers send none.
      if (!hasNext) end(fault);
      else if (!isOver) tryBegin(at + 1);
    };
    own.onend = () => {
      // Ignores the end of a recogniser that the next language has replaced.
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
  // Takes only final results: some phones report the same half sentence twice.
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
