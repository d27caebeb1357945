type SystemError = Error & {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly port?: number;
  readonly address?: string;
};

/** What the database says of itself, by its code. Its own words follow in brackets, for whoever looks further. */
const DATABASE_TROUBLE: readonly (readonly [RegExp, string])[] = [
  [
    /^SQLITE_(BUSY|LOCKED)/,
    'Another program holds the database file, such as a second server, a backup or a shell. End that, then start again',
  ],
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    'The database file is damaged. Keep a copy of the folder as it is, then restore the last backup: ' +
      'npm run restore -- FILE',
  ],
  [
    /^(SQLITE_IOERR|EIO$)/,
    'The disk of the data folder cannot be read or written. Check that it is mounted, whole and not a network ' +
      'folder (dmesg tells), then start again',
  ],
  [
    /^SQLITE_(CANTOPEN|READONLY|PERM)/,
    'This account cannot open the database file for writing. Give it DATA_DIR and all files in it, then start again',
  ],
  [/^(28P01|28000)$/, 'PostgreSQL refuses the name or the password. Check DATABASE_URL'],
  [/^3D000$/, 'PostgreSQL has no such database. Make it (createdb), or check DATABASE_URL'],
  [/^42501$/, 'This PostgreSQL user may not make tables. Make it the owner of the database'],
  [/^(57P0[123]|53300)$/, 'PostgreSQL is starting, stopping or full. Wait a moment, then start again'],
  [
    /^(DATABASE_AWAY|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/,
    'PostgreSQL does not answer. Start it, or check DATABASE_URL',
  ],
];

/**
 * Tells why the server cannot start, and what to do about it. Returns the message of an unforeseen error
 * unchanged.
 */
export function startTrouble(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, syscall, path, port, address, message }: SystemError = error;
  if (syscall === 'listen' && code === 'EADDRINUSE') {
    return `Port ${port} is in use, perhaps by this server itself. Stop that, or choose another: PORT=8090 npm start`;
  }
  if (syscall === 'listen' && code === 'EACCES') {
    return `This account may not use port ${port}. Choose one above 1023: PORT=8080 npm start`;
  }
  if (syscall === 'connect') {
    return `PostgreSQL does not answer at ${address ?? path}:${port ?? ''}. Start it, or check DATABASE_URL`;
  }
  if (code === 'EEXIST' || code === 'ENOTDIR') {
    return `${path} is a file, or lies below one, and must be a folder. Move the file away, or name another folder: DATA_DIR=/path npm start`;
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `This account may not change ${path}. Give it that folder, or name another: DATA_DIR=/path npm start`;
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'The disk is full. Make room, then start again';
  const known = DATABASE_TROUBLE.find(([codes]) => codes.test(code ?? ''));
  return known === undefined ? message : `${known[1]} (${code}: ${message})`;
}
