import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import * as v from 'valibot';
import type { Keys } from './db/keys';

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
 * The keys of the personal data: made at first start, only ever read after that. They are as precious as the database:
 * without them nobody can read it again. `hasData` says that a database is there already, which forbids new keys.
 */
export function loadKeys(path: string, hasData: boolean): Keys {
  if (!existsSync(path)) {
    if (hasData)
      throw new Error(`The keys ${path} are missing, and the data there cannot be read without them`);
    createKeys(path);
  }
  if (process.platform !== 'win32' && (statSync(path).mode & OTHERS) !== 0) {
    throw new Error(`Others may read the keys. Run: chmod 600 ${path}`);
  }
  const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), keysText), readFileSync(path, 'utf8'));
  if (!parsed.success) throw new Error(`The keys ${path} cannot be understood. Restore them from a copy`);
  const { current, encryption, nikIndex } = parsed.output;
  const byId = Object.fromEntries(Object.entries(encryption).map(([id, key]) => [id, decode(key)]));
  if (byId[current] === undefined) throw new Error(`The keys ${path} lack the current one, ${current}`);
  return { encryption: { current, byId }, nikIndex: decode(nikIndex) };
}

/** A link appears whole or not at all, and never takes the place of a file: of two starts at once, the first wins. */
function createKeys(path: string): void {
  const key = () => randomBytes(KEY_BYTES).toString('base64');
  const text = JSON.stringify({ current: '1', encryption: { 1: key() }, nikIndex: key() }, null, 2);
  const draft = join(dirname(path), `.keys-${randomBytes(8).toString('hex')}`);
  const file = openSync(draft, 'wx', OWNER_ONLY);
  writeSync(file, `${text}\n`);
  fsyncSync(file);
  closeSync(file);
  try {
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    unlinkSync(draft);
  }
  syncFolder(dirname(path));
}

/** Without this a power cut could keep the database and lose the name of the keys. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  fsyncSync(folder);
  closeSync(folder);
}

function decode(key: string): Buffer {
  return Buffer.from(key, 'base64');
}
