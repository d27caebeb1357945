/** How long to wait for a frame, in milliseconds: a page in the background draws none. */
const NO_PICTURE_MS = 100;

/**
 * Calls `work` once, in a task after the next frame, so that a press shows before its work starts. Returns a
 * function that cancels the call.
 */
export function afterNextPicture(work: () => void): () => void {
  let after: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    // Callbacks of a frame run before it is drawn; a separate task runs after.
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

/** Waits until after the next frame, like `afterNextPicture`. */
export function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    afterNextPicture(resolve);
  });
}
