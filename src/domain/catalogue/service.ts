import type { Equipment } from '../calendar/window';
import type { ProgrammeId } from './programme';

export type ServiceId = string & { readonly __brand: 'ServiceId' };
export type PackageId = string & { readonly __brand: 'PackageId' };
export type RequirementId = string & { readonly __brand: 'RequirementId' };
export type QuestionId = string & { readonly __brand: 'QuestionId' };

/** A document or form to show or hand over. The same id means the same paper in every service. */
export type Requirement = {
  readonly id: RequirementId;
  readonly name: string;
  /** `form`: filled in with the crew; `original`: shown; `copy`: handed over. */
  readonly kind: 'form' | 'original' | 'copy';
  readonly note?: string;
};

/** An answer to a question, as a condition. */
export type AnswerIs = { readonly question: QuestionId; readonly is: boolean };

/** A yes/no question whose answer changes the checklist. */
export type Question = {
  readonly id: QuestionId;
  readonly text: string;
  readonly hint?: string;
  /** Asked only once a question before it has this answer: a KTP that is lost cannot be damaged. */
  readonly when?: AnswerIs;
};

/**
 * One line of a service's requirements. `when`: asked for only once that answer is given, and the service asks the
 * question. `unless`: asked for until that answer is given, and the service does not ask: a KTP-el needs the KK
 * unless the person said, for the KK's own sake, that it is lost.
 */
export type ServiceRequirement = {
  readonly requirement: RequirementId;
  readonly when?: AnswerIs;
  readonly unless?: AnswerIs;
  /** The service that makes this paper: where it is done in the same visit, nobody has the paper before. */
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

/** Whether something can be had at the counters of the MPP too; `note`: which counter, which days. */
export type AtOffice = { readonly is: boolean; readonly note?: string };

export type Service = {
  readonly id: ServiceId;
  readonly name: string;
  readonly shortName: string;
  readonly summary: string;
  readonly agency: string;
  readonly programme: ProgrammeId;
  /** Absent while nobody said: it is shown as not known. */
  readonly atOffice?: AtOffice;
  /** Minutes at the home: a setting. */
  readonly minutes: number;
  /** Whether the recipient must be at home: `to-confirm` is shown as such. */
  readonly present: 'yes' | 'no' | 'to-confirm';
  readonly ownPhone: boolean;
  readonly equipment: readonly Equipment[];
  readonly standard: StandardOfService;
  /** Other words people search by. */
  readonly searchWords: readonly string[];
};

/** A service that another agency gives elsewhere: shown, not bookable until its agency agrees. */
export type Referral = {
  readonly id: ServiceId;
  readonly name: string;
  readonly agency: string;
  readonly whereToGo: string;
  /** Opening hours of that place; absent while not set. */
  readonly hours?: string;
  readonly atOffice?: AtOffice;
  readonly searchWords: readonly string[];
};

/** The services of one life event, done in one visit. */
export type ServicePackage = {
  readonly id: PackageId;
  readonly name: string;
  readonly summary: string;
  readonly services: readonly ServiceId[];
  readonly referrals: readonly ServiceId[];
  /** Answers that the event gives by itself; they are not asked. */
  readonly known?: readonly AnswerIs[];
  /** A question of the package that adds one of several services, e.g. first KTP-el or replacement. */
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
