import type { ComponentProps } from 'react';
import { Link } from 'react-router-dom';
import { isPlainPress } from './is-plain-press';

/** Opens `to` within the app: at once, or after what must be done before the page is left. */
export type Follow = ((to: string) => void) | undefined;

type FollowLinkProps = Pick<ComponentProps<'a'>, 'className' | 'children'> & {
  to: string;
  onClick?: (() => void) | undefined;
  follow?: Follow;
};

/**
 * Links to a page of the app. Criteria: a real link, opened by Enter, and in a new tab by the browser's own
 * means.
 */
export function FollowLink({ follow, onClick, ...link }: FollowLinkProps) {
  return (
    <Link
      {...link}
      onClick={(event) => {
        onClick?.();
        if (follow === undefined || !isPlainPress(event)) return;
        event.preventDefault();
        follow(link.to);
      }}
    />
  );
}
