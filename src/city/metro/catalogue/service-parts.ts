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

/** No agency has published how long its home services take, so the city may change this text. */
export const BY_AGENCY_RULES = 'Sesuai ketentuan dinas. Petugas memberi tahu saat kunjungan.';

export const COMPLAINTS = 'Laporkan ke LAPOR! (lapor.go.id, SMS 1708).';
export const COMPLAINTS_FREE = `Gratis. Ada pungutan? ${COMPLAINTS}`;

/** Marks a text that its agency has not confirmed yet; remove it once the agency has. */
export const UNCONFIRMED = '(Menunggu konfirmasi dinas.)';

export function serviceId(text: string): ServiceId {
  return text as ServiceId;
}

/** A requirement that always applies. */
export function always(requirement: string): ServiceRequirement {
  return { requirement: requirement as RequirementId };
}

/** A requirement that applies once the question has this answer. */
export function when(question: string, is: boolean, requirement: string): ServiceRequirement {
  return { requirement: requirement as RequirementId, when: answer(question, is) };
}

/** A requirement that applies unless the service that produces it is done at the same visit. */
export function madeBy(service: string, requirement: string): ServiceRequirement {
  return { requirement: requirement as RequirementId, madeBy: serviceId(service) };
}

/** A requirement that applies until the question has this answer. */
export function unless(question: string, is: boolean, requirement: string): ServiceRequirement {
  return { requirement: requirement as RequirementId, unless: answer(question, is) };
}

/** An answer to a question, as a condition or as a life event implies it. */
export function answer(question: string, is: boolean): AnswerIs {
  return { question: question as QuestionId, is };
}
