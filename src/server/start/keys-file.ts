import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { Keys } from '../db/secret/keys';

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

const base64Key = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{43}=$/));
const keysText = v.strictObject({
  current: v.string(),
  encryption: v.record(v.string(), base64Key),
  nikIndex: base64Key,
});

/**
 * Loads the keys of the personal data: made at the first start, only read after that. They are as precious as
 * the database: without them nobody can read it again. `hasData` says that the database already has data,
 * which forbids making new keys.
 */
export function loadKeys(path: string, hasData: boolean): Keys {
  if (!existsSync(path)) {
    if (hasData) throw new Error(`The keys ${path} are missing, and the data cannot be read without them`);
    createKeys(path);
  }
  if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0) {
    throw new Error(`Others may read the keys. Run: chmod 600 ${path}`);
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keysText), readFileSync(path, 'utf8'));
  if (!parsed.success) throw new Error(`The keys ${path} cannot be understood. Restore them from a copy`);
  const { current, encryption, nikIndex } = parsed.output;
  const byId = Object.fromEntries(Object.entries(encryption).map(([id, key]) => [id, decode(key)]));
  if (byId[current] === undefined) throw new Error(`The keys ${path} lack the current key, ${current}`);
  return { encryption: { current, byId }, nikIndex: decode(nikIndex) };
}

/**
 * Loads the keys like `loadKeys`, and reads the file again for a value encrypted under a key added later
 * (`addKey`).
 */
export function followKeys(path: string, hasData: boolean): Keys {
  let keys = loadKeys(path, hasData);
  return {
    get encryption() {
      return keys.encryption;
    },
    nikIndex: keys.nikIndex,
    refresh: () => {
      const now = loadKeys(path, true);
      refuseOthers(path, keys, now);
      keys = now;
    },
  };
}

/**
 * Refuses keys of another installation, put in place meanwhile: the next start could not read what was
 * encrypted under them.
 */
function refuseOthers(path: string, known: Keys, now: Keys): void {
  const isOther = Object.entries(known.encryption.byId).some(([id, key]) => {
    const found = now.encryption.byId[id];
    return found !== undefined && !found.equals(key);
  });
  if (isOther || !now.nikIndex.equals(known.nikIndex)) {
    throw new Error(`The keys ${path} are no longer those this server runs with. Put back the earlier file`);
  }
}

/**
 * Makes a key under which everything new is encrypted; the earlier keys stay, for existing values. The new
 * file replaces the old one atomically. Returns the key's id.
 */
export function addKey(path: string): string {
  const { encryption, nikIndex } = loadKeys(path, true);
  let id = 1;
  while (encryption.byId[id] !== undefined) id += 1;
  const byId: Record<string, Buffer> = { ...encryption.byId, [id]: randomBytes(KEY_BYTES) };
  const texts = Object.entries(byId).map(([name, key]) => [name, key.toString('base64')]);
  // Two calls at once use the same draft name, so that the second stops before it could overwrite the first
  // one's key.
  const draft = `${path}.new`;
  writeWhole(draft, {
    current: `${id}`,
    encryption: Object.fromEntries(texts),
    nikIndex: nikIndex.toString('base64'),
  });
  renameSync(draft, path);
  syncFolder(dirname(path));
  return `${id}`;
}

/** A link appears whole or not at all, and never replaces a file: of two starts at once, the first wins. */
function createKeys(path: string): void {
  const key = () => randomBytes(KEY_BYTES).toString('base64');
  const draft = join(dirname(path), `.keys-${randomBytes(8).toString('hex')}`);
  writeWhole(draft, { current: '1', encryption: { 1: key() }, nikIndex: key() });
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    unlinkSync(draft);
  }
  syncFolder(dirname(path));
}

function writeWhole(path: string, keys: v.InferOutput<typeof keysText>): void {
  const file = openSync(path, 'wx', OWNER_ONLY);
  writeSync(file, `${JSON.stringify(keys, null, 2)}\n`);
  fsyncSync(file);
  closeSync(file);
}

/** Without this, a power cut could keep the database and lose the name of the keys file. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function decode(key: string): Buffer {
  return Buffer.from(key, 'base64');
}
