import './link-text.css';
import { useEffect, useId, useRef } from 'react';
import { Notice } from '../../ui/notice/notice';
import type { Copied } from './use-copy-link';

type LinkTextProps = { link: string; label: string; copied: Copied | undefined; failure: string };

/**
 * Shows a link to hand on. If copying failed, shows it selected in a field, ready for the keyboard's or the
 * phone's own "copy" without a long press; each further press or tap selects it again. `failure` says so
 * beside the field, which takes the focus, so that a screen reader says both.
 */
export function LinkText({ link, label, copied, failure }: LinkTextProps) {
  const noteId = useId();
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
    <>
      <div id={noteId}>
        <Notice kind="warning">{failure}</Notice>
      </div>
      <textarea
        className="link-text"
        ref={field}
        readOnly
        translate="no"
        aria-label={label}
        aria-describedby={noteId}
        value={link}
        onClick={(event) => event.currentTarget.select()}
      />
    </>
  );
}
