import './status-tag.css';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

export type StatusTone = 'plain' | 'waiting' | 'good' | 'warning' | 'bad';

const icons: Record<StatusTone, IconName> = {
  plain: 'info',
  waiting: 'clock',
  good: 'done',
  warning: 'warning',
  bad: 'problem',
};

/**
 * Shows a state in one or two words.
 * Criteria: colour, icon and words say the same; it never looks like a button.
 */
export function StatusTag({
  tone,
  icon,
  children,
}: {
  tone: StatusTone;
  icon?: IconName | undefined;
  children: string;
}) {
  return (
    <strong className={`status-tag status-tag--${tone}`}>
      <Icon name={icon ?? icons[tone]} isInline />
      {children}
    </strong>
  );
}
