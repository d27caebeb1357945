import './notice.css';
import type { ReactNode } from 'react';
import { useWords } from '../../copy/words';
import { Icon } from '../icon/icon';
import { VisuallyHidden } from '../visually-hidden/visually-hidden';

export type NoticeKind = 'info' | 'success' | 'warning' | 'problem';

const icons = { info: 'info', success: 'done', warning: 'warning', problem: 'problem' } as const;
const kindWords = {
  info: 'ui.notice.info',
  success: 'ui.notice.success',
  warning: 'ui.notice.warning',
  problem: 'ui.notice.problem',
} as const;

type NoticeProps = {
  kind: NoticeKind;
  title?: ReactNode;
  children?: ReactNode;
  /** Whether a screen reader announces the words when they appear or change, without moving the focus. */
  isLive?: boolean | undefined;
};

/**
 * Says what happened, what it means, and what to do.
 * Criteria: its kind shows by icon and colour and is said in words; a notice that appears later is announced
 * (`isLive`).
 */
export function Notice({ kind, title, children, isLive = false }: NoticeProps) {
  const { t } = useWords();
  return (
    <div className={`notice notice--${kind}`} role={isLive ? 'status' : undefined}>
      <Icon name={icons[kind]} />
      <div className="notice__words">
        <VisuallyHidden>{t(kindWords[kind])} </VisuallyHidden>
        {title && <p className="notice__title">{title}</p>}
        {typeof children === 'string' ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
