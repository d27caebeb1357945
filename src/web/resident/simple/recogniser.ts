/**
 * The parts of the Web Speech API's `SpeechRecognition` that this app uses; TypeScript's DOM types lack it.
 */
export type Recogniser = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  /** Recognises speech on the phone, so that nothing leaves it, where the browser can. */
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

/**
 * Languages to listen for, the best first: Javanese is recognised as Indonesian where the browser knows no
 * Javanese.
 */
const DICTATION_LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  id: ['id-ID'],
  jv: ['jv-ID', 'id-ID'],
  en: ['en-US'],
};

export function dictationLanguages(locale: string): readonly string[] {
  return DICTATION_LANGUAGES[locale] ?? [locale];
}

/** Returns the browser's recogniser; undefined where it has none. */
export function findRecogniser(): RecogniserMaker | undefined {
  const names = globalThis as { SpeechRecognition?: unknown; webkitSpeechRecognition?: unknown };
  const found = names.SpeechRecognition ?? names.webkitSpeechRecognition;
  return typeof found === 'function' ? (found as RecogniserMaker) : undefined;
}

/** Returns the first of the languages that this phone recognises without sending speech anywhere. */
export async function findLocal(
  make: RecogniserMaker,
  languages: readonly string[],
): Promise<string | undefined> {
  for (const language of languages) {
    const standing = await make
      .available?.({ langs: [language], processLocally: true })
      // A browser that rejects this form of the question has not confirmed the language.
      .catch(() => undefined);
    if (standing === 'available') return language;
  }
  return undefined;
}
