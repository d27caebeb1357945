import type { CatalogueDraft } from '../draft/config-draft';
import { replaceAt } from '../draft/lists';
import type { RequirementLineDraft, ServiceDraft } from './blank-service';

/** How a paper hangs on the answer to a question. */
export type Dependence = 'when-yes' | 'when-no' | 'unless-yes' | 'unless-no';
export const DEPENDENCES: readonly Dependence[] = ['when-yes', 'when-no', 'unless-yes', 'unless-no'];

/** The lines of a service that a question decides on, each with its place among all its papers. */
export function linesOfQuestion(service: ServiceDraft, question: string) {
  return service.standard.persyaratan
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => line.when?.question === question || line.unless?.question === question);
}

export function dependenceOf({ when, unless }: RequirementLineDraft, question: string): Dependence {
  if (when?.question === question) return when.is ? 'when-yes' : 'when-no';
  return unless?.is === true ? 'unless-yes' : 'unless-no';
}

/** The same paper by another answer; what another question decides about it stays. */
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

/** The questions that are asked only after an answer to this one. */
export function followersOf({ questions }: CatalogueDraft, question: string) {
  return questions.filter(({ when }) => when?.question === question);
}

/** The services that ask a question: for a paper of theirs, or to know whether they ask one that follows. */
export function servicesAsking(catalogue: CatalogueDraft, question: string): readonly ServiceDraft[] {
  const place = catalogue.questions.findIndex(({ id }) => id === question);
  // A paper asked for until an answer is given asks nothing itself.
  const own = catalogue.services.filter(({ standard }) =>
    standard.persyaratan.some(({ when }) => when?.question === question),
  );
  // Those behind it alone: two that hang on each other are a fault, and no reason to go round for ever.
  const followers = followersOf(catalogue, question).filter(
    (one) => catalogue.questions.indexOf(one) > place,
  );
  const all = new Set([...own, ...followers.flatMap(({ id }) => servicesAsking(catalogue, id))]);
  return catalogue.services.filter((service) => all.has(service));
}

/** `services` with the papers of one of them changed. */
export function withRequirementLines(
  services: readonly ServiceDraft[],
  service: ServiceDraft,
  persyaratan: RequirementLineDraft[],
): ServiceDraft[] {
  const place = services.indexOf(service);
  return replaceAt(services, place, { ...service, standard: { ...service.standard, persyaratan } });
}

/**
 * The catalogue without a question. A paper that only an answer to it asked for goes too, as nobody can give that answer;
 * one that was asked for until an answer was given is always asked for. So is a question that hung on its answer.
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

/** A line that no longer hangs on a question; none where only its answer asked for the paper. */
function withoutQuestion(line: RequirementLineDraft, question: string): RequirementLineDraft | undefined {
  const { when, unless, ...rest } = line;
  if (when?.question === question) return undefined;
  return {
    ...rest,
    ...(when && { when }),
    ...(unless && unless.question !== question && { unless }),
  };
}
