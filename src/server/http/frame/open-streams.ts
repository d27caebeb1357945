import type { PassThrough } from 'node:stream';

/**
 * A phone that changes networks leaves streams behind that only end by themselves: beyond this, the oldest
 * ends.
 */
const MAX_PER_DEVICE = 3;
/** Each stream is an open socket. A phone that is turned away asks now and then instead. */
const MAX_OF_ALL = 5_000;

/** The open streams of this process. */
export class OpenStreams {
  readonly #ofDevice = new Map<string, PassThrough[]>();
  #count = 0;

  isFull(): boolean {
    return this.#count >= MAX_OF_ALL;
  }

  /** Keeps a stream until it closes, and ends the oldest stream of a device that has too many. */
  add(deviceHash: string, stream: PassThrough): void {
    const own = this.#ofDevice.get(deviceHash) ?? [];
    this.#ofDevice.set(deviceHash, own);
    own.push(stream);
    this.#count += 1;
    stream.once('close', () => {
      this.#count -= 1;
      own.splice(own.indexOf(stream), 1);
      if (own.length === 0 && this.#ofDevice.get(deviceHash) === own) this.#ofDevice.delete(deviceHash);
    });
    if (own.length > MAX_PER_DEVICE) own[0]?.end();
  }

  endAll(): void {
    for (const own of this.#ofDevice.values()) for (const stream of own) stream.end();
  }
}
