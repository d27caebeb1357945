import { useState } from 'react';

/** What the last press of "Salin tautan" did: a new object for each press. */
export type Copied = { readonly link: string; readonly isCopied: boolean };

/** Copies a link. The browser may have no clipboard, or refuse it. */
export function useCopyLink() {
  const [copied, setCopied] = useState<Copied>();
  const copy = async (link: string) => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied({ link, isCopied: true });
    } catch {
      setCopied({ link, isCopied: false });
    }
  };
  return { copied, copy };
}
