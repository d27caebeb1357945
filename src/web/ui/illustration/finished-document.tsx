import './illustration.css';

/** A finished document with its seal. Criteria: as VanAtGate. */
export function FinishedDocument() {
  return (
    <svg className="illustration" viewBox="0 14 320 148" aria-hidden="true" focusable="false">
      <path
        className="illustration__ground"
        d="M58 156C34 110 62 44 128 32c54-20 132 4 142 58 6 30-2 52-16 66z"
      />
      <path className="illustration__body" d="M126 30l92 10-12 116-92-10z" />
      <path className="illustration__body" d="M104 26h92v120h-92z" />
      <path className="illustration__cloth" d="M104 26h92v16h-92z" />
      <path
        className="illustration__gold"
        d="M114 29l5 5-5 5-5-5zM132 29l5 5-5 5-5-5zM150 29l5 5-5 5-5-5zM168 29l5 5-5 5-5-5zM186 29l5 5-5 5-5-5z"
      />
      <path d="M118 56h24v28h-24zM130 62a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM122 83c1-6 4-9 8-9s7 3 8 9M152 58h32M152 68h32M152 78h20M118 98h66M118 108h66M118 118h36" />
      <circle className="illustration__cloth" cx="194" cy="128" r="22" />
      <path stroke="var(--weave-thread)" strokeWidth="4" d="M184 128l7 7 13-14" />
      <path d="M60 157h210M84 76l-8-4M80 90H70M86 62l-5-7M232 62l8-6M236 76h10" />
    </svg>
  );
}
