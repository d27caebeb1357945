/** How long a picture may be awaited, in milliseconds: a page in the background draws none. */
const NO_PICTURE_MS = 100;

/**
 * Calls `work` once, in a task after the next picture: a press is seen first, and what it asks for follows. Returns how
 * to call it off.
 */
export function afterNextPicture(work: () => void): () => void {
  let after: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    // A frame's own callbacks run before it is drawn; a task of its own comes after.
    clearTimeout(late);
    after = setTimeout(work);
  });
  const callOff = () => {
    cancelAnimationFrame(frame);
    clearTimeout(late);
    clearTimeout(after);
  };
  const late = setTimeout(() => {
    callOff();
    work();
  }, NO_PICTURE_MS);
  return callOff;
}

/** Waits for the next picture, see `afterNextPicture`. */
export function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    afterNextPicture(resolve);
  });
}
