import { createReadStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { CopyMaker } from './copies';

const SIDE_FILES = ['-wal', '-shm'];

/** `now` is part of the name under which an earlier database is kept. */
export function sqliteCopies(sqliteFile: string, now: string): CopyMaker {
  return {
    read: async (folder) => {
      if (!existsSync(sqliteFile)) throw new Error(`There is no ${sqliteFile}`);
      const copy = join(folder, 'copy.sqlite');
      const database = new Sqlite(sqliteFile, { fileMustExist: true });
      try {
        // One read transaction: the backup API begins again at each write of another process.
        database.prepare('VACUUM INTO ?').run(copy);
      } finally {
        database.close();
      }
      return createReadStream(copy);
    },
    openAside: async (file) => {
      const database = new Sqlite(file, { fileMustExist: true });
      try {
        const found = database.pragma('integrity_check', { simple: true });
        if (found !== 'ok') throw new Error(`The copy is damaged: ${String(found)}`);
      } finally {
        database.close();
      }
      return {
        place: { sqliteFile: file },
        remove: () => removeFile(file),
        takePlace: async () => {
          const earlier = `${sqliteFile}.before-${now}`;
          const isThere = existsSync(sqliteFile);
          for (const end of ['', ...SIDE_FILES]) {
            if (existsSync(`${sqliteFile}${end}`)) await rename(`${sqliteFile}${end}`, `${earlier}${end}`);
          }
          await rename(file, sqliteFile);
          return isThere ? earlier : undefined;
        },
      };
    },
    refuseInUse: async () => {
      if (!existsSync(sqliteFile)) return;
      const database = new Sqlite(sqliteFile, { timeout: 1_000 });
      try {
        // Only the last connection may leave the log, and the server has one open as long as it runs.
        database.pragma('journal_mode = DELETE');
      } catch (error) {
        const code = error instanceof Sqlite.SqliteError ? error.code : '';
        if (code.startsWith('SQLITE_BUSY')) throw new Error('The server is running. Stop it, then restore');
        // A damaged one is a reason to restore.
        if (code !== 'SQLITE_NOTADB' && !code.startsWith('SQLITE_CORRUPT')) throw error;
      } finally {
        database.close();
      }
    },
  };
}

async function removeFile(file: string): Promise<void> {
  for (const end of ['', ...SIDE_FILES]) await rm(`${file}${end}`, { force: true });
}
