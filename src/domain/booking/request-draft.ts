import type { WindowChoice } from '../calendar/window';
import { findService, servicesOfPackage } from '../catalogue/find-service';
import type { Catalogue, PackageId, RequirementId, Service, ServiceId } from '../catalogue/service';
import type { AreaCode } from '../city/city';
import type { Relationship } from '../people/relationship';
import type { VisitNeed } from '../people/visit-need';
import type { PlacePoint } from './booking';

/** A request as typed so far: any part may be empty or wrong. */
export type RequestDraft = {
  readonly recipientIs?: Relationship | undefined;
  readonly recipientName: string;
  readonly birthYear: string;
  readonly nik: string;
  readonly needs: readonly VisitNeed[];
  readonly needsNote: string;
  readonly packageId?: PackageId | undefined;
  readonly packageOption?: ServiceId | undefined;
  /** Services chosen one by one, in addition to those of the package. */
  readonly services: readonly ServiceId[];
  readonly answers: Readonly<Record<string, boolean>>;
  readonly prepared: readonly RequirementId[];
  readonly area?: AreaCode | undefined;
  readonly street: string;
  readonly rt: string;
  readonly rw: string;
  readonly landmark: string;
  readonly point?: PlacePoint | undefined;
  readonly isAnyTime: boolean;
  readonly windows: readonly WindowChoice[];
  readonly contactName: string;
  readonly contactPhone: string;
  readonly channel?: 'call' | 'whatsapp' | undefined;
};

/** A request in which nothing is filled in yet. */
export const EMPTY_REQUEST: RequestDraft = {
  recipientName: '',
  birthYear: '',
  nik: '',
  needs: [],
  needsNote: '',
  services: [],
  answers: {},
  prepared: [],
  street: '',
  rt: '',
  rw: '',
  landmark: '',
  isAnyTime: false,
  windows: [],
  contactName: '',
  contactPhone: '',
};

type ChosenParts = Pick<RequestDraft, 'packageId' | 'packageOption' | 'services'>;

/**
 * Returns the services of the package and those chosen besides, each once. Ids that the catalogue no longer
 * has are left out.
 */
export function chosenServices(draft: ChosenParts, catalogue: Catalogue): readonly Service[] {
  const pkg = catalogue.packages.find((candidate) => candidate.id === draft.packageId);
  const ids = new Set([
    ...(pkg === undefined ? [] : servicesOfPackage(pkg, draft.packageOption)),
    ...draft.services,
  ]);
  return [...ids].flatMap((id) => findService(catalogue, id) ?? []);
}
