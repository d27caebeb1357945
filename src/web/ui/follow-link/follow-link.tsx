import type { ComponentProps } from 'react';
import { Link } from 'react-router-dom';
import { isPlainPress } from './is-plain-press';

/** Goes to `to` in the app's own way: at once, or after what has to be done before the page is left. */
export type Follow = ((to: string) => void) | undefined;

type FollowLinkProps = Pick<ComponentProps<'a'>, 'className' | 'children'> & {
  to: string;
  onClick?: (() => void) | undefined;
  follow?: Follow;
};

/** A page of the app. Criteria: a real link, opened by Enter and, in a new tab, by what the browser has for it. */
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
