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

/** The answers so far, by question id; a question without an answer is still open. */
export type Answers = Readonly<Record<string, boolean | undefined>>;

/** One requirement to prepare, with the chosen services that ask for it. */
export type ChecklistItem = { readonly requirement: Requirement; readonly forServices: readonly Service[] };

export type Checklist = {
  /** Each requirement once: originals first, then copies to hand over, then forms. */
  readonly items: readonly ChecklistItem[];
  /**
   * Questions that the chosen services ask and that have no answer yet; the answers can still change `items`.
   */
  readonly openQuestions: readonly Question[];
};

const KIND_ORDER: Readonly<Record<Requirement['kind'], number>> = { original: 0, copy: 1, form: 2 };

/**
 * Returns the questions that the chosen services ask under these answers, each once, in catalogue order. A
 * question that depends on another's answer is asked only once that answer is given; the question it depends
 * on is then asked too, even if no service names it.
 */
export function questionsFor(
  services: readonly Service[],
  answers: Answers,
  catalogue: Catalogue,
): readonly Question[] {
  const named = new Set(
    services.flatMap((service) => service.standard.persyaratan.map((line) => line.when?.question)),
  );
  // From the last question back, since a question stands after the one it depends on.
  for (const { id, when } of [...catalogue.questions].reverse()) {
    if (named.has(id)) named.add(when?.question);
  }
  const counting = countingAnswers(answers, catalogue);
  return catalogue.questions.filter(
    ({ id, when }) => named.has(id) && (when === undefined || counting[when.question] === when.is),
  );
}

/**
 * Drops the answers to questions that another answer rules out: a resident said "damaged" before saying that
 * the KTP is lost. If the other question has no answer, as in requests from before it was asked, the answer
 * counts.
 */
function countingAnswers(answers: Answers, { questions }: Catalogue): Answers {
  const ruledOut = new Set<string>();
  for (const { id, when } of questions) {
    if (when === undefined) continue;
    const isOther = answers[when.question] === !when.is;
    if (isOther || ruledOut.has(when.question)) ruledOut.add(id);
  }
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ruledOut.has(id)));
}

/**
 * Returns everything to prepare for one visit: the union of what the chosen services ask for under these
 * answers. Neither the order in which services were chosen nor choosing one twice makes a difference.
 */
export function buildChecklist(
  services: readonly Service[],
  answers: Answers,
  catalogue: Catalogue,
): Checklist {
  const chosenIds = new Set(services.map((service) => service.id));
  const chosen = catalogue.services.filter((service) => chosenIds.has(service.id));
  const counting = countingAnswers(answers, catalogue);
  const items = catalogue.requirements
    .map((requirement) => ({
      requirement,
      forServices: chosen.filter((service) => asksFor(service, requirement.id, counting, chosenIds)),
    }))
    .filter((item) => item.forServices.length > 0)
    // The sort is stable: within a kind, catalogue order is kept.
    .sort((a, b) => KIND_ORDER[a.requirement.kind] - KIND_ORDER[b.requirement.kind]);
  const openQuestions = questionsFor(chosen, answers, catalogue).filter(
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
