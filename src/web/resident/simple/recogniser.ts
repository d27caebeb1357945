/** What this app uses of the Web Speech API's `SpeechRecognition`; the compiler's own list of the browser lacks it. */
export type Recogniser = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  /** Where the browser can turn speech into text by itself: nothing leaves the phone. */
  processLocally?: boolean;
  onstart: (() => void) | null;
  onresult: ((event: RecognisedEvent) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
};

type RecognisedEvent = {
  readonly resultIndex: number;
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }> & { readonly isFinal: boolean }>;
};

export type RecogniserMaker = {
  new (): Recogniser;
  available?(wanted: {
    readonly langs: readonly string[];
    readonly processLocally: boolean;
  }): Promise<string>;
};

/** Languages that are listened for, the best first: Javanese as Indonesian where the browser knows no other. */
const DICTATION_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  id: ['id-ID'],
  jv: ['jv-ID', 'id-ID'],
  en: ['en-US'],
};

export function dictationLanguages(locale: string): readonly string[] {
  return DICTATION_LANGUAGES[locale] ?? [locale];
}

/** The browser's own; undefined where it has none. */
export function findRecogniser(): RecogniserMaker | undefined {
  const names = globalThis as { SpeechRecognition?: unknown; webkitSpeechRecognition?: unknown };
  const found = names.SpeechRecognition ?? names.webkitSpeechRecognition;
  return typeof found === 'function' ? (found as RecogniserMaker) : undefined;
}

/** The first of the languages that this phone understands without sending the voice anywhere. */
export async function findLocal(
  make: RecogniserMaker,
  languages: readonly string[],
): Promise<string | undefined> {
  for (const language of languages) {
    const standing = await make
      .available?.({ langs: [language], processLocally: true })
      // A browser that knows the question in another form has not said yes.
      .catch(() => undefined);
    if (standing === 'available') return language;
  }
  return undefined;
}
