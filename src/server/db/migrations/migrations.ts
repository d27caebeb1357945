import { bookings } from './001-bookings';
import { slots } from './002-slots';
import { staff } from './003-staff';
import { visits } from './004-visits';
import { configs } from './005-configs';
import { callbacks } from './006-callbacks';
import { followers } from './007-followers';
import { photos } from './008-photos';
import { rateCounts } from './010-rate-counts';
import { searchTokens } from './011-search-tokens';
import { outcomes } from './012-outcomes';
import { erasure } from './013-erasure';
import { runOrders } from './014-run-orders';
import { queueIndexes } from './016-queue-indexes';
import { keyChecks } from './017-key-checks';
import { searchParts } from './018-search-parts';
import { generations } from './019-generations';
import { growth } from './020-growth';
import { changes } from './021-changes';
import { unsettledConfigs } from './022-unsettled-configs';
import { openLists } from './023-open-lists';
import type { Migration } from './migration';

/** Every step of the schema, in order. A landed step is never edited: add the next one. */
export const MIGRATIONS: readonly Migration[] = [
  bookings,
  slots,
  staff,
  visits,
  configs,
  callbacks,
  followers,
  photos,
  rateCounts,
  searchTokens,
  outcomes,
  erasure,
  runOrders,
  queueIndexes,
  keyChecks,
  searchParts,
  generations,
  growth,
  changes,
  unsettledConfigs,
  openLists,
];

/** Numbers may have gaps. */
export const VERSIONS: readonly number[] = MIGRATIONS.map(({ version }) => version);
