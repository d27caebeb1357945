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

/**
 * The questions that the chosen services ask under these answers, each once, in catalogue order: one that hangs on
 * another's answer only once that is given, and the other is asked for its sake.
 */
export function questionsFor(
  services: readonly Service[],
  answers: Answers,
  catalogue: Catalogue,
): readonly Question[] {
  const named = new Set(
    services.flatMap((service) => service.standard.persyaratan.map((line) => line.when?.question)),
  );
  // From the last on: what a question hangs on stands before it.
  for (const { id, when } of [...catalogue.questions].reverse()) {
    if (named.has(id)) named.add(when?.question);
  }
  const counting = countingAnswers(answers, catalogue);
  return catalogue.questions.filter(
    ({ id, when }) => named.has(id) && (when === undefined || counting[when.question] === when.is),
  );
}

/**
 * The answers without those to questions that another's answer rules out: a KTP was "damaged" until it was said to be
 * lost. Where the other has no answer, as in a request from before it was asked, what was answered counts.
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
  const counting = countingAnswers(answers, catalogue);
  const items = catalogue.requirements
    .map((requirement) => ({
      requirement,
      forServices: chosen.filter((service) => asksFor(service, requirement.id, counting, chosenIds)),
    }))
    .filter((item) => item.forServices.length > 0)
    // The sort is stable: within a kind the catalogue's order stays.
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
