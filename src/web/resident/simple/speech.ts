import { languageOf } from './language-of';

/** How long a browser may take to name its voices; some name them only after the first question. */
const VOICES_MS = 1_500;
/** A little slower than people speak, as the words are new to who listens. */
const RATE = 0.9;

/** Languages whose voice serves, the best first: Javanese is read by an Indonesian voice where there is no other. */
const SPOKEN_BY: Readonly<Record<string, readonly string[]>> = { id: ['id'], jv: ['jv', 'id'], en: ['en'] };

/** A voice of this phone for a language; undefined where it has none, or speaks not at all. */
export async function findVoice(language: string): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const voices = await listVoices();
  for (const wanted of SPOKEN_BY[language] ?? [language]) {
    const fitting = voices.filter(({ lang }) => languageOf(lang) === wanted);
    // One that lives on the phone speaks without a connection.
    const best = fitting.find(({ localService }) => localService) ?? fitting[0];
    if (best !== undefined) return best;
  }
  return undefined;
}

async function listVoices(): Promise<SpeechSynthesisVoice[]> {
  const voices = speechSynthesis.getVoices();
  if (voices.length > 0) return voices;
  await new Promise<void>((resolve) => {
    speechSynthesis.addEventListener('voiceschanged', () => resolve(), { once: true });
    setTimeout(resolve, VOICES_MS);
  });
  return speechSynthesis.getVoices();
}

/**
 * Reads the pieces aloud, one utterance each: a long one is cut off by some browsers. `onEnd` comes once, when all is said
 * or the phone stopped. Returns what stops it.
 */
export function speak(pieces: readonly string[], voice: SpeechSynthesisVoice, onEnd: () => void): () => void {
  speechSynthesis.cancel();
  let isOver = false;
  const end = () => {
    if (isOver) return;
    isOver = true;
    onEnd();
  };
  pieces.forEach((piece, at) => {
    const utterance = new SpeechSynthesisUtterance(piece);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = RATE;
    utterance.onerror = end;
    if (at === pieces.length - 1) utterance.onend = end;
    speechSynthesis.speak(utterance);
  });
  if (pieces.length === 0) end();
  return () => {
    speechSynthesis.cancel();
    end();
  };
}
