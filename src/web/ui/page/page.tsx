import './page.css';
import type { ReactNode } from 'react';

type PageProps = {
  /** Id of the main element, for the skip link. */
  id?: string | undefined;
  /** A `BackLink`. */
  back?: ReactNode;
  children: ReactNode;
  /** The page's one filled button, and at most one button beside it. */
  actions?: ReactNode;
  /**
   * Makes the page a form, submitted by a `<Button type="submit">` among the actions or by Enter in a field.
   */
  onSubmit?: (() => void) | undefined;
  /** Keeps the actions at the bottom of the screen; only for a single action. */
  actionsStay?: boolean | undefined;
};

/**
 * The frame of every page: back link, content, then actions.
 * Criteria: one main element per page; nothing wider than the screen at 320 px and 200 % text; actions that
 * stay never cover the focused element (`scroll-padding` in the theme leaves room).
 */
export function Page({ id = 'isi', back, children, actions, onSubmit, actionsStay = false }: PageProps) {
  const content = (
    <>
      {children}
      {actions && (
        <div className={actionsStay ? 'page__actions page__actions--stay' : 'page__actions'}>{actions}</div>
      )}
    </>
  );
  return (
    <main className="page" id={id} tabIndex={-1}>
      {back && <div className="page__back">{back}</div>}
      {onSubmit ? (
        <form
          className="page__form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {content}
        </form>
      ) : (
        content
      )}
    </main>
  );
}
