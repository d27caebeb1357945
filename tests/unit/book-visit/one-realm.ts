/*
 * jsdom makes byte arrays in a realm of its own, while Node's structuredClone and WebCrypto make theirs in
 * Node's realm: Dexie would copy those as plain objects. A browser has one realm. Import this before Dexie.
 */
const bytes = Buffer.alloc(1);
Object.assign(globalThis, {
  Uint8Array: Object.getPrototypeOf(Buffer),
  ArrayBuffer: bytes.buffer.constructor,
});
