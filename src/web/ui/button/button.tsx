import './button.css';
import type { ComponentProps, ReactNode } from 'react';
import { type Follow, FollowLink } from '../follow-link/follow-link';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** One filled button (primary or danger) per page; secondary beside it; quiet for rarely needed actions. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type Face = { variant?: ButtonVariant | undefined; icon?: IconName | undefined; children: ReactNode };

type ButtonProps = Face &
  Pick<ComponentProps<'button'>, 'onClick' | 'form' | 'id' | 'ref' | 'aria-describedby' | 'aria-expanded'> & {
    type?: 'button' | 'submit' | undefined;
    /** While its work runs, the button stays focusable, turns its icon and ignores presses. */
    busy?: boolean | undefined;
  };

/**
 * A button for an action on the page.
 * Criteria: at least 48 px high (main buttons 64 px and full width); never disabled without words that say
 * why, because a disabled button explains nothing; one press acts once.
 */
export function Button({
  variant = 'primary',
  icon,
  children,
  type = 'button',
  busy,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={`button button--${variant}`}
      aria-disabled={busy === true ? true : undefined}
      onClick={(event) => {
        if (busy === true) event.preventDefault();
        else onClick?.(event);
      }}
    >
      <span>
        {busy === true ? <Icon name="refresh" isInline /> : icon && <Icon name={icon} isInline />}
        {children}
      </span>
    </button>
  );
}

type ButtonLinkProps = Face &
  ({ to: string; follow?: Follow; href?: never } | { to?: never; follow?: never; href: string }) & {
    /** File name: the link saves a file instead of opening a page. */
    download?: string | undefined;
    onClick?: (() => void) | undefined;
  };

/**
 * A link that looks like a button. `to` is a page of the app, and `follow` says how to open it; `href` is
 * outside the app (tel:, https:, blob:).
 * Criteria: a real link, so that it can be opened in a tab, copied, and announced as a link; outside pages
 * open beside the app.
 */
export function ButtonLink({
  variant = 'primary',
  icon,
  children,
  to,
  follow,
  href,
  download,
  onClick,
}: ButtonLinkProps) {
  const className = `button button--${variant}`;
  const face = (
    <span>
      {icon && <Icon name={icon} isInline />}
      {children}
    </span>
  );
  if (to !== undefined) {
    return (
      <FollowLink className={className} to={to} follow={follow} onClick={onClick}>
        {face}
      </FollowLink>
    );
  }
  const isOutside = /^https?:/.test(href);
  return (
    <a
      className={className}
      href={href}
      download={download}
      onClick={onClick}
      {...(isOutside ? { target: '_blank', rel: 'noopener noreferrer' } : {})}
    >
      {face}
    </a>
  );
}
