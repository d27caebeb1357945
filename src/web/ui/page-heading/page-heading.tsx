import './page-heading.css';
import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { windowTitle } from '../practice/practice-mark';
import { keepWhole } from '../whole-words/whole-words';

type PageHeadingProps = {
  children: ReactNode;
  /** Small words above, part of the heading. */
  caption?: string | undefined;
  /** One or two sentences below. Not inside a legend, where the field's hint does this. */
  lead?: ReactNode;
  /** Takes the focus when the page is shown; left out on the first page after opening the app. */
  takesFocus?: boolean | undefined;
  /** Title of the tab or window. */
  title?: string | undefined;
};

/**
 * The page's only h1.
 * Criteria: after opening a page the focus is on its heading, so that a screen reader says which page it is
 * and the keyboard starts at the top; no focus ring, because nothing can be done with a heading.
 */
export function PageHeading({ children, caption, lead, takesFocus = false, title }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Before the page can be pressed: a later focus would leave the field that somebody already types in.
  useLayoutEffect(() => {
    if (!takesFocus) return;
    window.scrollTo?.(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  const words = (
    <h1 className="page-heading" tabIndex={-1} ref={heading}>
      {caption !== undefined && <span className="page-heading__caption">{keepWhole(caption)} </span>}
      {keepWhole(children)}
    </h1>
  );
  return (
    <>
      {title !== undefined && <title>{windowTitle(title)}</title>}
      {lead ? (
        <hgroup className="page-heading__group">
          {words}
          <p className="page-heading__lead">{keepWhole(lead)}</p>
        </hgroup>
      ) : (
        words
      )}
    </>
  );
}
