import { resolve } from 'node:path';
import { DEFAULT_RATE_LIMITS, type RateLimits } from '../http/frame/rate-limits';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

export type Settings = {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder with the keys and, without PostgreSQL, the database. */
  readonly dataDir: string;
  /** Absolute path of the file with the keys, where it is not in that folder. */
  readonly keysFile: string | undefined;
  /** Free bytes of that folder's disk below which the disk counts as low. */
  readonly lowDiskBytes: number;
  readonly postgresUrl: string | undefined;
  /** Absolute path of the folder backups are made in. */
  readonly backupDir: string;
  /** How old the newest backup may be before the server makes another; 0 for none. */
  readonly backupEveryHours: number;
  readonly backupsKept: number;
  /** Whether an empty database may be made beside existing keys. */
  readonly isNewDatabase: boolean;
  readonly trustProxy: number | readonly string[];
  readonly isBehindTls: boolean;
  /** Whether every host name below the server's is reached over TLS too. */
  readonly hasTlsSubdomains: boolean;
  readonly logLevel: string;
  readonly rateLimits: RateLimits;
  /** Sign-in name of a member of staff for whom to print a new link. */
  readonly staffLink: string | undefined;
  /** Port of the practice city; 0 for any free port. */
  readonly practicePort: number;
  /** Origin at which people reach the practice city, where a proxy gives it its own host name. */
  readonly practiceUrl: string | undefined;
};

const DEFAULT_BACKUPS_KEPT = 14;
const MAX_PORT = 65_535;

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the server's environment. Throws with the name of a variable whose value is not valid. */
export function readSettings(environment: Environment): Settings {
  const logLevel = environment.LOG_LEVEL || 'info';
  if (!LOG_LEVELS.includes(logLevel)) throw new Error(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  const port = readNumber(environment, 'PORT', 8080, MAX_PORT);
  const dataDir = resolve(environment.DATA_DIR || 'data');
  return {
    port,
    host: environment.HOST || 'localhost',
    dataDir,
    keysFile: environment.KEYS_FILE ? resolve(environment.KEYS_FILE) : undefined,
    lowDiskBytes: readNumber(environment, 'LOW_DISK_MB', 1_024) * 1024 * 1024,
    postgresUrl: environment.DATABASE_URL || undefined,
    backupDir: environment.BACKUP_DIR ? resolve(environment.BACKUP_DIR) : resolve(dataDir, 'backups'),
    backupEveryHours: readNumber(environment, 'BACKUP_EVERY_HOURS', 0),
    backupsKept: Math.max(1, readNumber(environment, 'BACKUPS_KEPT', DEFAULT_BACKUPS_KEPT)),
    isNewDatabase: readFlag(environment, 'NEW_DATABASE'),
    trustProxy: readTrustProxy(environment.TRUST_PROXY || '0'),
    isBehindTls: readFlag(environment, 'BEHIND_TLS'),
    hasTlsSubdomains: readFlag(environment, 'HSTS_SUBDOMAINS'),
    logLevel,
    staffLink: environment.STAFF_LINK || undefined,
    practicePort: readNumber(environment, 'PRACTICE_PORT', nextPort(port), MAX_PORT),
    practiceUrl: readOrigin(environment, 'PRACTICE_URL'),
    rateLimits: {
      syncsPerDevice: readNumber(environment, 'SYNCS_PER_DEVICE', DEFAULT_RATE_LIMITS.syncsPerDevice),
      requestsPerAddress: readNumber(
        environment,
        'REQUESTS_PER_ADDRESS',
        DEFAULT_RATE_LIMITS.requestsPerAddress,
      ),
      newPhonesPerAddress: readNumber(
        environment,
        'NEW_PHONES_PER_ADDRESS',
        DEFAULT_RATE_LIMITS.newPhonesPerAddress,
      ),
      knownPhonesPerAddress: readNumber(
        environment,
        'KNOWN_PHONES_PER_ADDRESS',
        DEFAULT_RATE_LIMITS.knownPhonesPerAddress,
      ),
    },
  };
}

function readNumber(environment: Environment, name: string, otherwise: number, max = 1_000_000): number {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > max) throw new Error(`${name} must be a whole number from 0 to ${max}`);
  return value;
}

function nextPort(port: number): number {
  return port === 0 || port === MAX_PORT ? 0 : port + 1;
}

function readOrigin(environment: Environment, name: string): string | undefined {
  const text = environment[name];
  if (text === undefined || text === '') return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:') {
    throw new Error(`${name} must be an address such as https://latihan.example.id`);
  }
  return url.origin;
}

function readFlag(environment: Environment, name: string): boolean {
  const text = environment[name] || '0';
  if (text !== '0' && text !== '1') throw new Error(`${name} must be 0 or 1`);
  return text === '1';
}

/**
 * Reads the number of proxies in front, or their addresses. There is no "all": anyone could then choose an
 * address.
 */
function readTrustProxy(text: string): number | string[] {
  return /^\d+$/.test(text) ? Number(text) : text.split(',').map((address) => address.trim());
}
