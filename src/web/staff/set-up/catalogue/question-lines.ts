import type { CatalogueDraft } from '../draft/config-draft';
import { replaceAt } from '../draft/lists';
import type { RequirementLineDraft, ServiceDraft } from './blank-service';

/** How a requirement depends on the answer to a question. */
export type Dependence = 'when-yes' | 'when-no' | 'unless-yes' | 'unless-no';
export const DEPENDENCES: readonly Dependence[] = ['when-yes', 'when-no', 'unless-yes', 'unless-no'];

/**
 * Returns the requirement lines of a service that depend on a question, each with its place among all the
 * lines.
 */
export function linesOfQuestion(service: ServiceDraft, question: string) {
  return service.standard.persyaratan
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => line.when?.question === question || line.unless?.question === question);
}

export function dependenceOf({ when, unless }: RequirementLineDraft, question: string): Dependence {
  if (when?.question === question) return when.is ? 'when-yes' : 'when-no';
  return unless?.is === true ? 'unless-yes' : 'unless-no';
}

/** Returns the line with another dependence on this question; its dependence on other questions stays. */
export function withDependence(
  line: RequirementLineDraft,
  question: string,
  to: Dependence,
): RequirementLineDraft {
  const { when, unless, ...rest } = withoutQuestion(line, question) ?? { requirement: line.requirement };
  const asked = { question, is: to.endsWith('yes') };
  const isWhen = to.startsWith('when');
  return {
    ...rest,
    ...(isWhen ? { when: asked } : when && { when }),
    ...(isWhen ? unless && { unless } : { unless: asked }),
  };
}

/** Returns the questions asked only after an answer to this one. */
export function followersOf({ questions }: CatalogueDraft, question: string) {
  return questions.filter(({ when }) => when?.question === question);
}

/**
 * Returns the services that ask a question: for a requirement of their own, or to decide whether they ask a
 * following question.
 */
export function servicesAsking(catalogue: CatalogueDraft, question: string): readonly ServiceDraft[] {
  const place = catalogue.questions.findIndex(({ id }) => id === question);
  // A requirement with `unless` does not make its service ask the question.
  const own = catalogue.services.filter(({ standard }) =>
    standard.persyaratan.some(({ when }) => when?.question === question),
  );
  // Only questions behind this one: two questions that depend on each other are a fault, and must not make
  // this loop endless.
  const followers = followersOf(catalogue, question).filter(
    (one) => catalogue.questions.indexOf(one) > place,
  );
  const all = new Set([...own, ...followers.flatMap(({ id }) => servicesAsking(catalogue, id))]);
  return catalogue.services.filter((service) => all.has(service));
}

/** Returns `services` with the requirement lines of one of them changed. */
export function withRequirementLines(
  services: readonly ServiceDraft[],
  service: ServiceDraft,
  persyaratan: RequirementLineDraft[],
): ServiceDraft[] {
  const place = services.indexOf(service);
  return replaceAt(services, place, { ...service, standard: { ...service.standard, persyaratan } });
}

/**
 * Returns the catalogue without a question. A requirement asked for only after an answer to it is removed
 * too, because nobody can give that answer. A requirement asked for until an answer is always asked for, and
 * so is a question that depended on it.
 */
export function withoutQuestionIn(
  { questions, services, packages }: CatalogueDraft,
  id: string,
): Partial<CatalogueDraft> {
  return {
    questions: questions
      .filter((question) => question.id !== id)
      .map(({ when, ...question }) => ({ ...question, ...(when && when.question !== id && { when }) })),
    services: services.map((service) => ({
      ...service,
      standard: {
        ...service.standard,
        persyaratan: service.standard.persyaratan.flatMap((line) => withoutQuestion(line, id) ?? []),
      },
    })),
    packages: packages.map(({ known, ...pkg }) => ({
      ...pkg,
      ...(known && { known: known.filter(({ question }) => question !== id) }),
    })),
  };
}

/**
 * Returns the line without its dependence on a question; undefined where the requirement was asked for only
 * after its answer.
 */
function withoutQuestion(line: RequirementLineDraft, question: string): RequirementLineDraft | undefined {
  const { when, unless, ...rest } = line;
  if (when?.question === question) return undefined;
  return {
    ...rest,
    ...(when && { when }),
    ...(unless && unless.question !== question && { unless }),
  };
}
