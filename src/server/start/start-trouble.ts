type SystemError = Error & {
  readonly code?: string;
  readonly syscall?: string;
  readonly path?: string;
  readonly port?: number;
  readonly address?: string;
};

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
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `This account may not change ${path}. Give it that folder, or name another: DATA_DIR=/path npm start`;
  }
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'The disk is full. Make room, then start again';
  return message;
}
