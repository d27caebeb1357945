import type { ServerContext } from '../../../src/server/db/engine/context';
import { keepStatistics } from '../../../src/server/db/engine/keep-statistics';
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

export type Work = { readonly name: string; readonly run: () => Promise<unknown> };

/** Every job, as the server runs them. The `first` time much has piled up, `again` nothing is left. */
export function growthJobs(context: ServerContext, time: 'first' | 'again'): readonly Work[] {
  const jobs = {
    'keep-statistics': keepStatistics,
    'index-mentions': indexMentions,
    'index-bookings': indexBookings,
    'index-outcomes': indexOutcomes,
    'forget-photos': forgetPhotos,
    'erase-bookings': eraseExpiredBookings,
    'promote-waiting': promoteWaiting,
    'forget-commands': forgetCommands,
    'forget-transfers': forgetTransfers,
    'forget-sign-ins': forgetSignIns,
    'forget-rate-counts': forgetRateCounts,
  };
  return Object.entries(jobs).map(([name, run]) => ({
    name: `Job ${name}, ${time}`,
    run: () => run(context),
  }));
}
