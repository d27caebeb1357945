import type { JudgedTime } from '../calendar/judged-time';
import { servicesOfPackage } from '../catalogue/find-service';
import type { Catalogue, PackageId } from '../catalogue/service';
import type { City } from '../city/city';
import type { Preferences } from './booking';
import { buildRequest } from './build-request';
import type { RequestError } from './check-request';
import type { RequestChange } from './request-change';
import type { RequestDraft } from './request-draft';

export type ChangeResult =
  | { readonly ok: true; readonly change: RequestChange; readonly minutes: number }
  | { readonly ok: false; readonly errors: readonly RequestError[] };

/** What the sent request has that a draft of its change does not show. */
export type SentRequest = {
  readonly preferences: Preferences;
  readonly packageId?: PackageId | undefined;
};

/**
 * Turns the draft of a change into what is sent, or returns every error in it. Where the wishes are not asked
 * about again (`keepsWishes`), those of the sent request stay, past or not. The package stays as long as all of
 * its services are still asked for. `minutes` as in {@link buildRequest}.
 */
export function buildChange(
  draft: RequestDraft,
  sent: SentRequest,
  keepsWishes: boolean,
  city: City,
  time: JudgedTime,
): ChangeResult {
  const judged = keepsWishes ? { ...draft, isAnyTime: true } : draft;
  const built = buildRequest(judged, city, time);
  if (!built.ok) return built;
  const { recipientIs: _, recipient: __, packageId: ___, ...request } = built.request;
  const packageId = packageStill(sent.packageId, request.services, city.catalogue);
  return {
    ok: true,
    minutes: built.minutes,
    change: {
      ...request,
      ...(packageId === undefined ? {} : { packageId }),
      ...(keepsWishes ? { preferences: sent.preferences } : {}),
    },
  };
}

function packageStill(
  id: PackageId | undefined,
  services: readonly string[],
  { packages }: Pick<Catalogue, 'packages'>,
): PackageId | undefined {
  const pkg = packages.find((one) => one.id === id);
  return pkg !== undefined && servicesOfPackage(pkg).every((service) => services.includes(service))
    ? pkg.id
    : undefined;
}
