/**
 * Waits until this document's animations end, since a colour half way would be judged wrongly; gives up on
 * one that never ends. Refers to nothing outside itself, because tests pass it to the browser as it is.
 */
export async function settle(): Promise<void> {
  const longestMs = 1_000;
  const ends = document.getAnimations().map((running) => running.finished);
  await Promise.race([Promise.allSettled(ends), new Promise((resolve) => setTimeout(resolve, longestMs))]);
}
