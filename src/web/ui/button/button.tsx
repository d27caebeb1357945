import './button.css';
import type { ComponentProps, ReactNode } from 'react';
import { type Follow, FollowLink } from '../follow-link/follow-link';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

/** One filled (primary or danger) button per page; secondary beside it; quiet for what few need. */
export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

type Face = { variant?: ButtonVariant | undefined; icon?: IconName | undefined; children: ReactNode };

type ButtonProps = Face &
  Pick<ComponentProps<'button'>, 'onClick' | 'form' | 'id' | 'ref' | 'aria-describedby' | 'aria-expanded'> & {
    type?: 'button' | 'submit' | undefined;
    /** While its work runs: stays focusable, turns its icon, and takes no second press. */
    busy?: boolean | undefined;
  };

/**
 * Does something here.
 * Criteria: at least 48 px high (main ones 64 px and full width); never disabled without words, since a dead button
 * explains nothing; one press does it once.
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
    /** File name: the link saves a file instead of going somewhere. */
    download?: string | undefined;
    onClick?: (() => void) | undefined;
  };

/**
 * Goes somewhere, with the look of a button. `to` is a page of the app, `follow` how it is gone to; `href` is outside (tel:, https:, blob:).
 * Criteria: a real link, so that it can be opened, copied and heard as one; outside pages open beside the app.
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
