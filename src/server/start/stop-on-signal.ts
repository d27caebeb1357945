/** Longer than any request may take; whatever still hangs after that is abandoned. */
const STOP_LIMIT_MS = 15_000;

/**
 * On SIGTERM or SIGINT, finishes the requests being answered, then ends. A second signal ends the process at
 * once.
 */
export function stopOnSignal(stop: () => Promise<void>): void {
  let isStopping = false;
  const onSignal = () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}
