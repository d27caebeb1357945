import './mark.css';

/**
 * A house whose door is a diamond of the weave. Criteria: stands beside the name, so hidden from screen
 * readers.
 */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 64 64" aria-hidden="true" focusable="false">
      <rect className="mark__ground" width="64" height="64" rx="15" />
      <path className="mark__house" d="M32 11L9.5 30.4l3.4 3.9 3.1-2.7V46h32V31.6l3.1 2.7 3.4-3.9z" />
      <path className="mark__ground" d="M32 22.5l9.5 9.5L32 41.5 22.5 32z" />
      <path className="mark__thread" d="M32 26.5l5.5 5.5-5.5 5.5-5.5-5.5zM12 50.5h40v3H12z" />
    </svg>
  );
}
