import './link-text.css';
import { useEffect, useRef } from 'react';
import type { Copied } from './use-copy-link';

type LinkTextProps = { link: string; label: string; copied: Copied | undefined };

/**
 * A link to be handed on. Where a press could not copy it, it stands selected in a field, ready for the keyboard's or the
 * phone's own "copy": nobody has to hold a finger on it. Each further press, and a tap on it, selects it again.
 */
export function LinkText({ link, label, copied }: LinkTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const failed = copied?.link === link && !copied.isCopied ? copied : undefined;
  useEffect(() => {
    if (failed === undefined) return;
    field.current?.focus();
    field.current?.select();
  }, [failed]);
  if (failed === undefined) {
    return (
      <p className="link-text" translate="no">
        {link}
      </p>
    );
  }
  return (
    <textarea
      className="link-text"
      ref={field}
      readOnly
      translate="no"
      aria-label={label}
      value={link}
      onClick={(event) => event.currentTarget.select()}
    />
  );
}
