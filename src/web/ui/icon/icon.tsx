import './icon.css';
import type { IconName } from './icon-paths';
import { iconPaths } from './icon-paths';

/**
 * A small line drawing beside words. `isInline` places it in the line of words, so that long words at 200 %
 * text wrap below it and not beside it.
 * Criteria: never carries meaning alone, so hidden from screen readers; takes the colour and size of its
 * text.
 */
export function Icon({ name, isInline = false }: { name: IconName; isInline?: boolean | undefined }) {
  return (
    <svg
      className={isInline ? 'icon icon--inline' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={iconPaths[name]} />
    </svg>
  );
}
