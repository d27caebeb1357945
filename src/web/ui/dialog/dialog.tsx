import './dialog.css';
import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';

type DialogProps = {
  isOpen: boolean;
  /** Called for Escape or the phone's back gesture: does what the harmless button does. */
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** The buttons, the harmless one last. */
  actions: ReactNode;
};

/**
 * A question to answer before going on.
 * Criteria: the browser's own modal dialog, which keeps the focus inside and returns it; named by its title,
 * which a screen reader says first; Escape does the harmless thing; used for what cannot be undone, never for
 * news.
 */
export function Dialog({ isOpen, onClose, title, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const titleId = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element || !isOpen) return;
    element.showModal();
    heading.current?.focus();
    return () => element.close();
  }, [isOpen]);
  return (
    <dialog
      className="dialog"
      ref={dialog}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog__content">
        <h2 id={titleId} tabIndex={-1} ref={heading}>
          {title}
        </h2>
        {typeof children === 'string' ? <p>{children}</p> : children}
        <div className="dialog__actions">{actions}</div>
      </div>
    </dialog>
  );
}
