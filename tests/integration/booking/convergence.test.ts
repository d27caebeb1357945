import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterAll, describe, test } from 'vitest';
import { engines, startDatabases } from '../../support/databases';
import { checkWorld } from './convergence/check-world';
import { pastPlans } from './convergence/past-plans';
import { type Plan, plan } from './convergence/plan';
import { play } from './convergence/world';

const RANDOM_RUNS = Number(process.env.RUNS ?? 8);
/** Each run takes another seed; `SEED` repeats a run, and `RUNS` asks for more runs. */
const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

describe.each(engines)('phones and server on %s', (engine) => {
  const databases = startDatabases(engine);
  afterAll(databases.stop);

  test('agree after any loss, delay, repetition and order of deliveries', async () => {
    process.stdout.write(`sync-convergence on ${engine}: SEED=${seed}\n`);
    const property = fc.asyncProperty(plan, async (steps) => {
      const place = await databases.create();
      const world = await play(await place.open(), steps);
      try {
        await checkWorld(world);
      } finally {
        await world.close();
        await place.close();
      }
    });
    await fc.assert(property, {
      seed,
      examples: pastPlans.map((past): [Plan] => [past]),
      numRuns: pastPlans.length + RANDOM_RUNS,
      asyncReporter: async (run) => {
        if (!run.failed) return;
        const found = JSON.stringify(run.counterexample?.[0]);
        throw new Error(
          `${fc.defaultReportMessage(run)}\n\nRepeat it with: SEED=${run.seed} (path ${run.counterexamplePath}).\n` +
            `Once it is fixed, keep it: add to tests/integration/booking/convergence/past-plans.ts\n${found}`,
          { cause: run.errorInstance },
        );
      },
    });
  });
});
