import { statfs } from 'node:fs/promises';
import type { DiskWatch } from '../http/health';

/**
 * Watches the disk of a folder: the free space that its file system reports for this account; an account's
 * own quota is not considered.
 */
export function watchDisk(folder: string, lowBytes: number): DiskWatch {
  const readFreeBytes = async () => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  };
  return { readFreeBytes, lowBytes };
}
