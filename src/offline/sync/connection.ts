import type { Connection } from '../store/photo/ready-photos';
import type { WakeSignal } from './when-to-sync';

type NetworkInformation = EventTarget & { readonly type?: string };

const FREE_TYPES: ReadonlySet<string | undefined> = new Set(['wifi', 'ethernet']);
const METERED_TYPES: ReadonlySet<string | undefined> = new Set(['cellular', 'bluetooth', 'wimax']);

/**
 * Reads what the browser tells about the connection (Network Information API); most browsers tell nothing.
 */
export function readConnection(): Connection {
  const type = browserConnection()?.type;
  if (FREE_TYPES.has(type)) return 'wifi';
  return METERED_TYPES.has(type) ? 'metered' : 'unknown';
}

/** Wakes the sender when the connection changes. */
export const onConnectionChange: WakeSignal = (wake) => {
  const connection = browserConnection();
  connection?.addEventListener('change', wake);
  return () => connection?.removeEventListener('change', wake);
};

function browserConnection(): NetworkInformation | undefined {
  const navigator = globalThis.navigator as (Navigator & { connection?: NetworkInformation }) | undefined;
  return navigator?.connection;
}
