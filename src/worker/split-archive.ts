/**
 * Reads files that stand one after the other in a stream, each as soon as it has come whole.
 * @param sizes how many bytes each file has, in their order
 * @throws when the stream ends before the last file does, holds more than that, or breaks off
 */
export async function* splitArchive(
  stream: ReadableStream<Uint8Array>,
  sizes: readonly number[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  // Not `for await`, which browsers older than 2024 do not have on a stream.
  const reader = stream.getReader();
  let chunk: Uint8Array = new Uint8Array();
  try {
    for (const size of sizes) {
      const file = new Uint8Array(size);
      let filled = 0;
      while (filled < size) {
        if (chunk.length === 0) {
          const { done, value } = await reader.read();
          if (done) throw new Error('The archive ends before its last file');
          chunk = value;
        }
        const part = chunk.subarray(0, size - filled);
        file.set(part, filled);
        filled += part.length;
        chunk = chunk.subarray(part.length);
      }
      yield file;
    }
    if (chunk.length > 0 || !(await reader.read()).done)
      throw new Error('The archive goes on after its last file');
  } finally {
    // Whoever takes no more files needs no more of the download.
    void reader.cancel().catch(() => undefined);
  }
}
