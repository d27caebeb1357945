import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import * as v from 'valibot';
import type { Keys } from '../../db/secret/keys';

/**
 * A backup is one line of JSON, readable by anyone, and then the copy in pieces. Each piece is its length (4 bytes),
 * its ciphertext and its tag, under a key made for this file of the city's encryption key. A piece's nonce is its place
 * and whether it is the last: none can be changed, left out, put elsewhere or cut off, nor can the line.
 */
const head = v.object({
  mppMobileBackup: v.literal(1),
  city: v.string(),
  engine: v.picklist(['sqlite', 'postgres']),
  at: v.string(),
  keyId: v.string(),
  /** The database's check value, where it has one: tells before anything is done whether the keys are its own. */
  check: v.optional(v.string()),
  salt: v.pipe(v.string(), v.minLength(22)),
});

export type BackupHead = v.InferOutput<typeof head>;

const ALGORITHM = 'aes-256-gcm';
const PIECE_BYTES = 1024 * 1024;
const LENGTH_BYTES = 4;
const TAG_BYTES = 16;
const SALT_BYTES = 16;
const MAX_HEAD_BYTES = 16 * 1024;

export function makeHead(of: Omit<BackupHead, 'mppMobileBackup' | 'salt' | 'keyId'>, keys: Keys): BackupHead {
  const salt = randomBytes(SALT_BYTES).toString('base64url');
  return { mppMobileBackup: 1, ...of, keyId: keys.encryption.current, salt };
}

/** The bytes of a backup of what `source` gives. */
export async function* sealBackup(
  source: AsyncIterable<Buffer>,
  ofCopy: BackupHead,
  keys: Keys,
): AsyncGenerator<Buffer> {
  const line = `${JSON.stringify(ofCopy)}\n`;
  const sealPiece = sealerOf(line, keyOf(ofCopy, keys));
  yield Buffer.from(line);
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of source) {
    waiting.push(chunk);
    size += chunk.length;
    if (size <= PIECE_BYTES) continue;
    let whole = Buffer.concat(waiting);
    // What may be the last piece is kept back.
    while (whole.length > PIECE_BYTES) {
      yield sealPiece(whole.subarray(0, PIECE_BYTES), false);
      whole = whole.subarray(PIECE_BYTES);
    }
    waiting = [whole];
    size = whole.length;
  }
  yield sealPiece(Buffer.concat(waiting), true);
}

/** Reads the line of a backup; throws in words where it is none. */
export async function readHead(path: string): Promise<{ readonly head: BackupHead; readonly line: string }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MAX_HEAD_BYTES), 0, MAX_HEAD_BYTES, 0);
    const end = buffer.subarray(0, bytesRead).indexOf('\n') + 1;
    const line = buffer.toString('utf8', 0, end);
    const read = v.safeParse(v.pipe(v.string(), v.parseJson(), head), line);
    if (!read.success) throw new Error(`${path} is no backup of MPP Mobile, or is one of a newer program`);
    return { head: read.output, line };
  } finally {
    await file.close();
  }
}

/** The copy that {@link sealBackup} was given; throws where a byte of it was changed or is missing. */
export async function* openBackup(path: string, keys: Keys): AsyncGenerator<Buffer> {
  const { head: ofCopy, line } = await readHead(path);
  const openPiece = openerOf(line, keyOf(ofCopy, keys));
  const damaged = () => new Error(`${path} is damaged or cut short. Take another backup`);
  let rest: Buffer = Buffer.alloc(0);
  let isEnded = false;
  for await (const chunk of createReadStream(path, { start: Buffer.byteLength(line) })) {
    rest = Buffer.concat([rest, chunk as Buffer]);
    for (;;) {
      if (rest.length < LENGTH_BYTES) break;
      const length = rest.readUInt32BE(0);
      if (length > PIECE_BYTES) throw damaged();
      const end = LENGTH_BYTES + length + TAG_BYTES;
      if (rest.length < end) break;
      const piece = openPiece(rest.subarray(LENGTH_BYTES, end));
      if (piece === undefined || isEnded) throw damaged();
      isEnded = piece.isLast;
      rest = rest.subarray(end);
      yield piece.bytes;
    }
  }
  if (!isEnded || rest.length > 0) throw damaged();
}

function sealerOf(line: string, key: Buffer): (bytes: Buffer, isLast: boolean) => Buffer {
  const bound = createHash('sha256').update(line).digest();
  let at = 0;
  return (bytes, isLast) => {
    const cipher = createCipheriv(ALGORITHM, key, nonceOf(at, isLast)).setAAD(bound);
    at += 1;
    const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt32BE(text.length);
    return Buffer.concat([length, text, cipher.getAuthTag()]);
  };
}

type Piece = { readonly bytes: Buffer; readonly isLast: boolean };

function openerOf(line: string, key: Buffer): (sealed: Buffer) => Piece | undefined {
  const bound = createHash('sha256').update(line).digest();
  let at = 0;
  const tryAs = (sealed: Buffer, isLast: boolean): Piece | undefined => {
    const decipher = createDecipheriv(ALGORITHM, key, nonceOf(at, isLast)).setAAD(bound);
    decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
    try {
      const text = sealed.subarray(0, -TAG_BYTES);
      return { bytes: Buffer.concat([decipher.update(text), decipher.final()]), isLast };
    } catch {
      return undefined;
    }
  };
  return (sealed) => {
    const piece = tryAs(sealed, false) ?? tryAs(sealed, true);
    at += 1;
    return piece;
  };
}

function nonceOf(at: number, isLast: boolean): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeUInt32BE(at, 4);
  nonce.writeUInt8(isLast ? 1 : 0, 0);
  return nonce;
}

function keyOf({ keyId, salt, city }: BackupHead, keys: Keys): Buffer {
  const key = keys.encryption.byId[keyId];
  if (key === undefined)
    throw new Error(`The backup is sealed under key ${keyId}, which keys.json lacks. Put it back`);
  return Buffer.from(hkdfSync('sha256', key, Buffer.from(salt, 'base64url'), `backup/${city}`, 32));
}
