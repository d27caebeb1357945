import type {
  AnswerIs,
  Catalogue,
  Question,
  Requirement,
  RequirementId,
  Service,
  ServiceId,
  ServiceRequirement,
} from '../catalogue/service';

/** Answers so far by question id; a question without one is still open. */
export type Answers = Readonly<Record<string, boolean | undefined>>;

/** One paper to prepare, with the chosen services that ask for it. */
export type ChecklistItem = { readonly requirement: Requirement; readonly forServices: readonly Service[] };

export type Checklist = {
  /** Each requirement once: originals, then what is handed over, then forms. */
  readonly items: readonly ChecklistItem[];
  /** Questions that the chosen services ask and that have no answer yet; an answer can still change `items`. */
  readonly openQuestions: readonly Question[];
};

const KIND_ORDER: Readonly<Record<Requirement['kind'], number>> = { original: 0, copy: 1, form: 2 };

/** The questions that the chosen services ask, each once, in catalogue order. */
export function questionsFor(services: readonly Service[], catalogue: Catalogue): readonly Question[] {
  const asked = new Set(
    services.flatMap((service) => service.standard.persyaratan.map((line) => line.when?.question)),
  );
  return catalogue.questions.filter((question) => asked.has(question.id));
}

/**
 * Everything to prepare for one visit: the union of what the chosen services ask for under these answers. The order in
 * which services were chosen, and one chosen twice, make no difference.
 */
export function buildChecklist(
  services: readonly Service[],
  answers: Answers,
  catalogue: Catalogue,
): Checklist {
  const chosenIds = new Set(services.map((service) => service.id));
  const chosen = catalogue.services.filter((service) => chosenIds.has(service.id));
  const items = catalogue.requirements
    .map((requirement) => ({
      requirement,
      forServices: chosen.filter((service) => asksFor(service, requirement.id, answers, chosenIds)),
    }))
    .filter((item) => item.forServices.length > 0)
    // The sort is stable: within a kind the catalogue's order stays.
    .sort((a, b) => KIND_ORDER[a.requirement.kind] - KIND_ORDER[b.requirement.kind]);
  const openQuestions = questionsFor(chosen, catalogue).filter(
    (question) => answers[question.id] === undefined,
  );
  return { items, openQuestions };
}

function asksFor(
  service: Service,
  requirement: RequirementId,
  answers: Answers,
  chosen: ReadonlySet<ServiceId>,
): boolean {
  return service.standard.persyaratan.some(
    (line) =>
      line.requirement === requirement &&
      isNeeded(line, answers) &&
      (line.madeBy === undefined || !chosen.has(line.madeBy)),
  );
}

function isNeeded(line: ServiceRequirement, answers: Answers): boolean {
  const holds = (condition: AnswerIs): boolean => answers[condition.question] === condition.is;
  if (line.when !== undefined && !holds(line.when)) return false;
  return line.unless === undefined || !holds(line.unless);
}
