/** An E.164 number of another country than Indonesia. */
export const ABROAD = /^\+(?!62)[1-9][0-9]{7,14}$/;

type Plans = typeof import('./number-abroad');

/**
 * How long a press waits for the plans, in milliseconds. The worker keeps them on the phone; where they are
 * late the server judges the number.
 */
const JUDGED_WITHIN_MS = 2000;

let loading: Promise<Plans> | undefined;

/** Loads the numbering plans of all countries once. Rejects where they cannot be fetched; asks again then. */
export function loadPlans(): Promise<Plans> {
  loading ??= import('./number-abroad').catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

/**
 * Whether an E.164 number abroad is one that its country has. Also true where this phone cannot tell now, and
 * for an Indonesian number, which domain judges. Never rejects.
 */
export async function mayExist(phone: string): Promise<boolean> {
  if (!ABROAD.test(phone)) return true;
  const judged = loadPlans().then(
    ({ readNumberAbroad }) => readNumberAbroad(phone) !== undefined,
    () => true,
  );
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, JUDGED_WITHIN_MS, true));
  return Promise.race([judged, late]);
}
