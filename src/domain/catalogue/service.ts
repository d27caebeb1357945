import type { Equipment } from '../calendar/window';
import type { ProgrammeId } from './programme';

export type ServiceId = string & { readonly __brand: 'ServiceId' };
export type PackageId = string & { readonly __brand: 'PackageId' };
export type RequirementId = string & { readonly __brand: 'RequirementId' };
export type QuestionId = string & { readonly __brand: 'QuestionId' };

/** A document or form to show or hand over. The same id means the same document in every service. */
export type Requirement = {
  readonly id: RequirementId;
  readonly name: string;
  /** `form`: filled in with the crew; `original`: shown; `copy`: handed over. */
  readonly kind: 'form' | 'original' | 'copy';
  readonly note?: string;
};

/** A condition: this question has this answer. */
export type AnswerIs = { readonly question: QuestionId; readonly is: boolean };

/** A yes/no question whose answer changes the checklist. */
export type Question = {
  readonly id: QuestionId;
  readonly text: string;
  readonly hint?: string;
  /** The question is asked only once an earlier question has this answer: a lost KTP cannot be damaged. */
  readonly when?: AnswerIs;
};

/**
 * One line of a service's requirements. With `when`, the requirement applies only once that answer is given,
 * and the service asks the question. With `unless`, it applies until that answer is given, and the service
 * does not ask: a KTP-el needs the KK unless the resident has said, in applying for the KK itself, that the
 * KK is lost.
 */
export type ServiceRequirement = {
  readonly requirement: RequirementId;
  readonly when?: AnswerIs;
  readonly unless?: AnswerIs;
  /**
   * The service that produces this requirement: if both are done at the same visit, nobody can have it
   * beforehand.
   */
  readonly madeBy?: ServiceId;
};

/** The six published parts of a standar pelayanan (UU 25/2009 art. 21; PermenPANRB 15/2014). */
export type StandardOfService = {
  readonly persyaratan: readonly ServiceRequirement[];
  readonly prosedur: readonly string[];
  readonly jangkaWaktu: string;
  readonly biaya: string;
  readonly produk: string;
  readonly pengaduan: string;
};

/** Whether a service can be had at the counters of the MPP too; `note` says which counter, which days. */
export type AtOffice = { readonly is: boolean; readonly note?: string };

export type Service = {
  readonly id: ServiceId;
  readonly name: string;
  readonly shortName: string;
  readonly summary: string;
  readonly agency: string;
  readonly programme: ProgrammeId;
  /** Absent while nobody has said; the app then shows that it is not known. */
  readonly atOffice?: AtOffice;
  /** Minutes of work at the home, a setting. */
  readonly minutes: number;
  /** Whether the recipient must be at home; `to-confirm` means not confirmed yet, and the app says so. */
  readonly present: 'yes' | 'no' | 'to-confirm';
  readonly ownPhone: boolean;
  readonly equipment: readonly Equipment[];
  readonly standard: StandardOfService;
  /** Other words that people search for. */
  readonly searchWords: readonly string[];
};

/** A service that another agency gives elsewhere: shown, but not bookable until that agency agrees. */
export type Referral = {
  readonly id: ServiceId;
  readonly name: string;
  readonly agency: string;
  readonly whereToGo: string;
  /** Opening hours of the place to go to; absent while not set. */
  readonly hours?: string;
  readonly atOffice?: AtOffice;
  readonly searchWords: readonly string[];
};

/** The services of one life event, done at one visit. */
export type ServicePackage = {
  readonly id: PackageId;
  readonly name: string;
  readonly summary: string;
  readonly services: readonly ServiceId[];
  readonly referrals: readonly ServiceId[];
  /** Answers that the event itself implies; these questions are not asked. */
  readonly known?: readonly AnswerIs[];
  /** A question that adds one of several services to the package, e.g. a first KTP-el or a replacement. */
  readonly choice?: {
    readonly text: string;
    readonly options: readonly { readonly label: string; readonly service: ServiceId }[];
  };
};

export type Catalogue = {
  readonly requirements: readonly Requirement[];
  readonly questions: readonly Question[];
  readonly services: readonly Service[];
  readonly referrals: readonly Referral[];
  readonly packages: readonly ServicePackage[];
};
