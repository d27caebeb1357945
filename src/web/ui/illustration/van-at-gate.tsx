import './illustration.css';

/**
 * The van of MPP Mobile at the gate of a house. Criteria: adds warmth and no meaning, so hidden from screen
 * readers.
 */
export function VanAtGate() {
  return (
    <svg className="illustration" viewBox="0 14 320 148" aria-hidden="true" focusable="false">
      <path
        className="illustration__ground"
        d="M18 158c-14-52 26-92 76-96 26-30 92-40 128-10 46-6 86 26 84 70-1 16-6 28-12 36z"
      />
      {/* the house, its roof with the horns of Lampung */}
      <path className="illustration__body" d="M196 96h84v62h-84z" />
      <path className="illustration__cloth" d="M182 98l16-34-7-7 15 3h64l15-3-7 7 16 34z" />
      <path className="illustration__body" d="M226 118h24v40h-24zM207 110h11v14h-11zM258 110h11v14h-11z" />
      <path className="illustration__gold" d="M238 74l8 8-8 8-8-8zM217 79l4 4-4 4-4-4zM259 79l4 4-4 4-4-4z" />
      {/* the gate */}
      <path d="M184 158v-30M176 158v-24M168 158v-24M160 158v-30M160 134h24M160 148h24M292 158v-30M300 158v-24M308 158v-30M292 134h16M292 148h16" />
      {/* the van */}
      <path
        className="illustration__body"
        d="M26 92c0-6 4-10 10-10h66c6 0 10 2 13 7l15 25 12 6c4 2 5 5 5 9v17H26z"
      />
      <path className="illustration__cloth" d="M26 118h104l12 6c4 2 5 5 5 8H26z" />
      <path
        className="illustration__gold"
        d="M40 120l5 5-5 5-5-5zM58 120l5 5-5 5-5-5zM76 120l5 5-5 5-5-5zM94 120l5 5-5 5-5-5zM112 120l5 5-5 5-5-5z"
      />
      <path d="M96 92h8c3 0 4 1 6 4l9 15H96zM38 92h20v19H38zM66 92h20v19H66zM147 140h5M91 138v-6" />
      <circle className="illustration__body" cx="52" cy="146" r="13" />
      <circle className="illustration__body" cx="120" cy="146" r="13" />
      <circle className="illustration__gold" cx="52" cy="146" r="4.5" />
      <circle className="illustration__gold" cx="120" cy="146" r="4.5" />
      <path d="M10 159h30M65 159h43M133 159h177" />
      {/* a palm and a small sun */}
      <circle className="illustration__gold" cx="150" cy="34" r="9" />
      <path d="M22 158c4-30 3-58-4-84M18 74c-6-8-12-9-16-7M18 74c1-9 7-14 14-14M18 74c8-3 15-1 18 5M18 74c-9 0-14 5-15 11" />
    </svg>
  );
}
