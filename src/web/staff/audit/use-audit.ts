import { useEffect, useState } from 'react';
import type { AuditLine, AuditQuery } from '../../../contract/staff/audit';
import { readAudit } from './audit-api';

type Read = {
  /** The query that these entries answer. */
  readonly key: string;
  readonly lines?: readonly AuditLine[];
  readonly next?: string | undefined;
  readonly failure?: unknown;
};

/** Reads the entries that answer a query, page by page. */
export function useAudit(query: AuditQuery): Omit<Read, 'key'> & { readonly readMore: () => Promise<void> } {
  const key = JSON.stringify(query);
  const [read, setRead] = useState<Read>({ key: '' });
  useEffect(() => {
    let isNewest = true;
    const take = (next: Omit<Read, 'key'>) => isNewest && setRead({ key, ...next });
    readAudit(JSON.parse(key) as AuditQuery)
      .then(({ lines, next }) => take({ lines, next }))
      .catch((failure: unknown) => take({ failure }));
    return () => {
      isNewest = false;
    };
  }, [key]);
  const { key: readKey, ...shown } = read;
  const readMore = async () => {
    try {
      const page = await readAudit({ ...query, after: shown.next });
      const lines = [...(shown.lines ?? []), ...page.lines];
      setRead((now) => (now.key === key ? { key, lines, next: page.next } : now));
    } catch (failure) {
      setRead((now) => (now.key === key ? { ...now, failure } : now));
    }
  };
  return { ...(readKey === key ? shown : {}), readMore };
}
