import type { ServerContext } from '../../../src/server/db/engine/context';
import { hasRows } from '../../../src/server/db/engine/has-rows';
import { keepStatistics } from '../../../src/server/db/engine/keep-statistics';
import { checkKeys } from '../../../src/server/db/secret/check-keys';
import { indexMentions } from '../../../src/server/jobs/audit/index-mentions';
import { eraseExpiredBookings } from '../../../src/server/jobs/booking/erase-expired-bookings';
import { indexBookings } from '../../../src/server/jobs/booking/index-bookings';
import { promoteWaiting } from '../../../src/server/jobs/capacity/promote-waiting';
import { forgetCommands } from '../../../src/server/jobs/phone/forget-commands';
import { forgetTransfers } from '../../../src/server/jobs/phone/forget-transfers';
import { forgetPhotos } from '../../../src/server/jobs/photo/forget-photos';
import { forgetRateCounts } from '../../../src/server/jobs/rate/forget-rate-counts';
import { forgetSignIns } from '../../../src/server/jobs/staff/forget-sign-ins';
import { indexOutcomes } from '../../../src/server/jobs/visit/index-outcomes';

type Work = { readonly name: string; readonly run: () => Promise<unknown> };

/** Every job, as the server runs them; the second time nothing is left that piled up before. */
export async function growthJobs(context: ServerContext): Promise<readonly Work[]> {
  const jobs = {
    'start: keys and rows': async () => {
      await hasRows(context.db);
      await checkKeys(context);
    },
    'keep-statistics': () => keepStatistics(context),
    'index-mentions': () => indexMentions(context),
    'index-bookings': () => indexBookings(context),
    'index-outcomes': () => indexOutcomes(context),
    'forget-photos': () => forgetPhotos(context),
    'erase-bookings': () => eraseExpiredBookings(context),
    'promote-waiting': () => promoteWaiting(context),
    'forget-commands': () => forgetCommands(context),
    'forget-transfers': () => forgetTransfers(context),
    'forget-sign-ins': () => forgetSignIns(context),
    'forget-rate-counts': () => forgetRateCounts(context),
  };
  return ['first', 'again'].flatMap((time) =>
    Object.entries(jobs).map(([name, run]) => ({ name: `${name}, ${time}`, run })),
  );
}
