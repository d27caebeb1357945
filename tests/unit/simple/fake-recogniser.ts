import type { Recogniser } from '../../../src/web/resident/simple/recogniser';

/**
 * Stands in for the browser's recogniser, which jsdom lacks; keeps each one made and what it was told to do.
 */
export function makeRecognisers() {
  const made: FakeRecogniser[] = [];
  class FakeRecogniser implements Recogniser {
    lang = '';
    continuous = true;
    interimResults = true;
    processLocally = false;
    onstart: Recogniser['onstart'] = null;
    onresult: Recogniser['onresult'] = null;
    onerror: Recogniser['onerror'] = null;
    onend: Recogniser['onend'] = null;
    readonly told: string[] = [];

    constructor() {
      made.push(this);
    }
    start() {
      this.told.push('start');
      this.onstart?.();
    }
    stop() {
      this.told.push('stop');
    }
    abort() {
      this.told.push('abort');
      // Browsers report an error first, then the end.
      this.fail('aborted');
    }
    /** Hears a text and, if the text is final, ends, as a browser does at the end of a stretch of speech. */
    hear(text: string, isFinal = true) {
      this.onresult?.({ resultIndex: 0, results: [Object.assign([{ transcript: text }], { isFinal })] });
      if (isFinal) this.onend?.();
    }
    fail(error: string) {
      this.onerror?.({ error });
      this.onend?.();
    }
  }
  return { made, FakeRecogniser };
}
