import type { PassThrough } from 'node:stream';

/** A phone that changed networks leaves streams behind which only their own end closes: the oldest goes. */
const MAX_PER_DEVICE = 3;
/** Each is an open socket; who is turned away asks now and then instead. */
const MAX_OF_ALL = 5_000;

/** The streams that are open now, in this process. */
export class OpenStreams {
  readonly #ofDevice = new Map<string, PassThrough[]>();
  #count = 0;

  isFull(): boolean {
    return this.#count >= MAX_OF_ALL;
  }

  /** Keeps a stream until it is closed, and ends the oldest of a device that has too many. */
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
