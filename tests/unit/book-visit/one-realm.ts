/*
 * jsdom brings byte arrays of a realm of its own, while Node's structuredClone and WebCrypto make theirs: Dexie would
 * copy those as plain objects. A browser has one realm. Import this before Dexie.
 */
const bytes = Buffer.alloc(1);
Object.assign(globalThis, {
  Uint8Array: Object.getPrototypeOf(Buffer),
  ArrayBuffer: bytes.buffer.constructor,
});
