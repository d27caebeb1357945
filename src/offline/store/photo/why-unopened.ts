import { HEIC_HEAD_BYTES, isHeic } from '../../../domain/photo/heic';

/** Why a chosen file shows no picture. */
export type UnopenedFile = 'not-on-phone' | 'heic' | 'unreadable';

/**
 * Says why a file could not be opened, by reading its head again. A phone lists photos that lie in its maker's
 * cloud: such a file is empty, or reading it fails while it cannot be fetched. Never rejects.
 */
export async function whyUnopened(file: Blob): Promise<UnopenedFile> {
  try {
    const head = new Uint8Array(await file.slice(0, HEIC_HEAD_BYTES).arrayBuffer());
    if (head.length === 0) return 'not-on-phone';
    return isHeic(head) ? 'heic' : 'unreadable';
  } catch {
    return 'not-on-phone';
  }
}
