/**
 * Waits for the motions of this document: a colour half way would be judged wrongly. A motion may never end: then it is
 * left. Names nothing outside itself, as tests hand it to the browser as it is.
 */
export async function settle(): Promise<void> {
  const longestMs = 1_000;
  const ends = document.getAnimations().map((running) => running.finished);
  await Promise.race([Promise.allSettled(ends), new Promise((resolve) => setTimeout(resolve, longestMs))]);
}
