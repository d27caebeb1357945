import { hash, verify } from '@node-rs/argon2';

/**
 * OWASP's parameters for argon2id: 19 MiB, two passes, one lane (some tens of milliseconds). argon2id is the
 * library's default.
 */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/**
 * How many run at once: each takes 19 MiB and a core, and bookings must continue during a rush of sign-ins.
 */
const MAX_AT_ONCE = 2;

let running = 0;
const waiting: (() => void)[] = [];
let dummy: Promise<string> | undefined;

/** Returns the PHC string of argon2id. A password typed in another Unicode form counts as the same. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password.normalize('NFKC'), COST));
}

/** Whether a password matches the hash. Without a hash (no such name) it takes as long and returns false. */
export async function isPasswordOf(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this one');
  const against = passwordHash ?? (await dummy);
  const isSame = await inTurn(() => verify(against, password.normalize('NFKC')));
  return passwordHash !== null && isSame;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= MAX_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
