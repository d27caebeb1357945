import { languageOf } from './language-of';

/**
 * How long to wait for the browser's list of voices, in milliseconds; some browsers list them only after the
 * first request.
 */
const VOICES_MS = 1_500;
/** Slightly slower than usual speech, because the words are new to the listener. */
const RATE = 0.9;

/**
 * Languages of the voices that fit, the best first: an Indonesian voice reads Javanese where there is no
 * Javanese voice.
 */
const SPOKEN_BY: Readonly<Record<string, readonly string[]>> = { id: ['id'], jv: ['jv', 'id'], en: ['en'] };

/** Returns a voice of this phone for a language; undefined where it has none or cannot speak. */
export async function findVoice(language: string): Promise<SpeechSynthesisVoice | undefined> {
  if (!('speechSynthesis' in globalThis)) return undefined;
  const voices = await listVoices();
  for (const wanted of SPOKEN_BY[language] ?? [language]) {
    const fitting = voices.filter(({ lang }) => languageOf(lang) === wanted);
    // A voice stored on the phone works offline.
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
 * Reads the pieces aloud, one utterance each, because some browsers cut off long ones. Calls `onEnd` once,
 * when everything is said or the phone stops. Returns a function that stops the reading.
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
