import './tapis-band.css';
import { useId } from 'react';

/** Half diamonds meet between whole ones, framed by two threads, drawn for a tile of 28 x 14. */
const weave =
  'M0 0h28v1.4H0zM0 12.6h28V14H0zM14 2.6l5.6 4.4-5.6 4.4L8.4 7zM0 3.8L4 7l-4 3.2zM28 3.8L24 7l4 3.2zM5.6 7l1.2-1 1.2 1-1.2 1zM20 7l1.2-1 1.2 1-1.2 1z';

/**
 * A band of weave in the manner of tapis cloth. Criteria: ornament only, so hidden from screen readers; never
 * moves.
 */
export function TapisBand() {
  const id = useId();
  return (
    <svg className="tapis-band" aria-hidden="true" focusable="false">
      <defs>
        <pattern id={id} width="28" height="14" patternUnits="userSpaceOnUse">
          <rect className="tapis-band__ground" width="28" height="14" />
          <path className="tapis-band__thread" d={weave} />
          <path className="tapis-band__ground" d="M14 4.9L16.7 7 14 9.1 11.3 7z" />
        </pattern>
      </defs>
      <rect width="100%" height="14" fill={`url(#${id})`} />
    </svg>
  );
}
