import './illustration.css';

/** An elder at a table with an officer. Criteria: as VanAtGate. */
export function ElderWithOfficer() {
  return (
    <svg className="illustration" viewBox="0 20 320 154" aria-hidden="true" focusable="false">
      <path
        className="illustration__ground"
        d="M24 160C4 104 48 44 116 40c40-26 120-18 152 20 40 22 40 76 26 100z"
      />
      {/* window with a curtain */}
      <path className="illustration__body" d="M132 34h58v44h-58z" />
      <path d="M161 34v44M132 56h58" />
      {/* the elder: veil, kebaya, sarong */}
      <path className="illustration__body" d="M58 150c-4-22 0-44 20-52 14-5 32-1 40 12 6 10 8 24 8 40z" />
      <path
        className="illustration__body"
        d="M92 42c-17 0-27 13-27 29 0 14 1 25-7 33 12 7 50 8 66 0-7-8-6-19-6-33 0-16-9-29-26-29z"
      />
      <ellipse className="illustration__body" cx="94" cy="70" rx="16" ry="18" />
      <path d="M88 69v1M101 69v1M89 78c3 3 8 3 11 0" />
      <path className="illustration__cloth" d="M57 128c22 6 48 6 69 0v22H57z" />
      <path
        className="illustration__gold"
        d="M72 135l5 5-5 5-5-5zM90 137l5 5-5 5-5-5zM108 136l5 5-5 5-5-5z"
      />
      {/* the officer: short hair, uniform, name tag */}
      <path className="illustration__cloth" d="M194 150c-1-18 2-36 16-44 14-7 34-7 46 1 12 9 16 26 15 43z" />
      <path className="illustration__body" d="M222 100h22v8c-5 7-16 7-22 0z" />
      <path
        className="illustration__body"
        d="M215 72c0-14 7-22 18-22s18 8 18 22c0 16-7 28-18 28s-18-12-18-28z"
      />
      <path
        className="illustration__hair"
        d="M214 70c-3-20 8-28 20-28s22 8 19 28c-3-8-7-12-12-13-9 3-20 2-24 1-2 4-3 7-3 12z"
      />
      <path d="M226 74v1M240 74v1M228 85c4 3 8 3 11 0" />
      <path className="illustration__gold" d="M246 118h13v6h-13z" />
      {/* hands, table, paper, pen */}
      <path
        className="illustration__body"
        d="M112 118c8 10 14 18 26 22l-2 8c-16-1-28-8-36-18M204 120c-8 10-18 18-30 21l2 8c18-1 32-8 40-19"
      />
      <path className="illustration__body" d="M28 149h264v10H28z" />
      <path className="illustration__body" d="M136 149l8-16h36l6 16z" />
      <path d="M151 139h22M149 144h16M176 141l8-14" />
      <path d="M46 159v12M274 159v12" />
      {/* a glass of tea */}
      <path className="illustration__gold" d="M37 137h13l-1 11H38z" />
      <path d="M35 130h17l-2 19H37z" />
    </svg>
  );
}
