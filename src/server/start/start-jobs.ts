import type { FastifyBaseLogger } from 'fastify';
import type { ServerContext } from '../db/engine/context';
import { keepStatistics } from '../db/engine/keep-statistics';
import { describeError } from '../http/frame/describe-error';
import { indexMentions } from '../jobs/audit/index-mentions';
import { eraseExpiredBookings } from '../jobs/booking/erase-expired-bookings';
import { indexBookings } from '../jobs/booking/index-bookings';
import { promoteWaiting } from '../jobs/capacity/promote-waiting';
import { forgetCommands } from '../jobs/phone/forget-commands';
import { forgetTransfers } from '../jobs/phone/forget-transfers';
import { forgetPhotos } from '../jobs/photo/forget-photos';
import { forgetRateCounts } from '../jobs/rate/forget-rate-counts';
import { forgetSignIns } from '../jobs/staff/forget-sign-ins';
import { indexOutcomes } from '../jobs/visit/index-outcomes';
import { settleConfig } from '../steps/capacity/settle-config';

const MINUTE_MS = 60_000;

type Job = {
  readonly name: string;
  readonly everyMs: number;
  readonly isRunAtStart?: boolean;
  readonly run: (context: ServerContext) => Promise<unknown>;
};

const JOBS: readonly Job[] = [
  // A cancellation promotes at once; this job is for days that come within the horizon, and for changes of
  // the rota.
  { name: 'promote-waiting', everyMs: 5 * MINUTE_MS, run: promoteWaiting },
  // What a saved configuration did not get done at once, or a stopped process left.
  {
    name: 'settle-config',
    everyMs: MINUTE_MS / 4,
    run: (context) => settleConfig(context),
    isRunAtStart: true,
  },
  { name: 'forget-commands', everyMs: 60 * MINUTE_MS, run: forgetCommands },
  // For bookings older than the search index; newer ones are indexed when they are made.
  { name: 'index-bookings', everyMs: 60 * MINUTE_MS, run: indexBookings, isRunAtStart: true },
  { name: 'index-outcomes', everyMs: 60 * MINUTE_MS, run: indexOutcomes, isRunAtStart: true },
  { name: 'forget-sign-ins', everyMs: 60 * MINUTE_MS, run: forgetSignIns },
  { name: 'forget-rate-counts', everyMs: 10 * MINUTE_MS, run: forgetRateCounts },
  { name: 'forget-moves', everyMs: 5 * MINUTE_MS, run: forgetTransfers, isRunAtStart: true },
  { name: 'forget-photos', everyMs: 60 * MINUTE_MS, run: forgetPhotos, isRunAtStart: true },
  // For entries older than the index of what the audit mentions.
  { name: 'index-mentions', everyMs: 60 * MINUTE_MS, run: indexMentions, isRunAtStart: true },
  // Measured before the first request as well (open-city-database.ts).
  { name: 'keep-statistics', everyMs: 60 * MINUTE_MS, run: keepStatistics },
  { name: 'erase-bookings', everyMs: 60 * MINUTE_MS, run: eraseExpiredBookings, isRunAtStart: true },
];

/**
 * Runs each job at its interval, one at a time. The returned function stops them, after the running one has
 * ended.
 */
export function startJobs(context: ServerContext, logger: FastifyBaseLogger): () => Promise<void> {
  let running: Promise<void> = Promise.resolve();
  const timers = JOBS.map(({ name, everyMs, run, isRunAtStart }) => {
    const runLogged = async () => {
      try {
        await run(context);
      } catch (error) {
        logger.error({ job: name, error: describeError(error) }, 'job failed');
      }
    };
    const queue = () => {
      running = running.then(runLogged);
    };
    if (isRunAtStart === true) queue();
    const timer = setInterval(queue, everyMs);
    return timer.unref();
  });
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await running;
  };
}
