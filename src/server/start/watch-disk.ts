import { statfs } from 'node:fs/promises';
import type { DiskWatch } from '../http/health';

/** The disk of a folder: what its file system says is free for this account, a quota of its own left aside. */
export function watchDisk(folder: string, lowBytes: number): DiskWatch {
  const readFreeBytes = async () => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  };
  return { readFreeBytes, lowBytes };
}
