import type {
  AnswerIs,
  QuestionId,
  RequirementId,
  ServiceId,
  ServiceRequirement,
} from '../../../domain/catalogue/service';

export const DISDUKCAPIL = 'Disdukcapil';
export const LICENSING = 'DPMPTSP';
export const REVENUE = 'Bapenda';

/** No agency has published days for its home visits yet: the text is the city's to change. */
export const BY_AGENCY_RULES = 'Sesuai ketentuan dinas. Petugas memberi tahu saat kunjungan.';

export const COMPLAINTS = 'Laporkan ke LAPOR! (lapor.go.id, SMS 1708).';
export const COMPLAINTS_FREE = `Gratis. Ada pungutan? ${COMPLAINTS}`;

/** Marks a text that its agency has not confirmed yet; take it out once it has. */
export const UNCONFIRMED = '(Menunggu konfirmasi dinas.)';

export function serviceId(text: string): ServiceId {
  return text as ServiceId;
}

/** A paper that is always asked for. */
export function always(requirement: string): ServiceRequirement {
  return { requirement: requirement as RequirementId };
}

/** A paper asked for once the answer is given. */
export function when(question: string, is: boolean, requirement: string): ServiceRequirement {
  return { requirement: requirement as RequirementId, when: answer(question, is) };
}

/** A paper asked for unless this service, which makes it, is done in the same visit. */
export function madeBy(service: string, requirement: string): ServiceRequirement {
  return { requirement: requirement as RequirementId, madeBy: serviceId(service) };
}

/** A paper asked for until the answer is given. */
export function unless(question: string, is: boolean, requirement: string): ServiceRequirement {
  return { requirement: requirement as RequirementId, unless: answer(question, is) };
}

/** An answer to a question, as a condition or as a life event gives it. */
export function answer(question: string, is: boolean): AnswerIs {
  return { question: question as QuestionId, is };
}
