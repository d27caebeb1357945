import './icon.css';
import type { IconName } from './icon-paths';
import { iconPaths } from './icon-paths';

/**
 * A small line drawing beside words.
 * Criteria: never alone in carrying meaning, so hidden from screen readers; takes the colour and size of its text.
 */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={iconPaths[name]} />
    </svg>
  );
}
