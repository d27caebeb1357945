import type { Catalogue, Question } from '../catalogue/service';
import { type Answers, questionsFor } from '../checklist/checklist';
import { chosenServices, type RequestDraft } from './request-draft';

type Answered = Pick<RequestDraft, 'packageId' | 'packageOption' | 'services' | 'answers'>;

/** Returns all answers: those the resident gave, and those that the package's life event implies. */
export function answersOf({ packageId, answers }: Answered, catalogue: Catalogue): Answers {
  const known = catalogue.packages.find(({ id }) => id === packageId)?.known ?? [];
  return { ...answers, ...Object.fromEntries(known.map(({ question, is }) => [question, is])) };
}

/**
 * Returns the questions to ask: those of the chosen services that the life event and the other answers leave
 * open.
 */
export function askedOf(draft: Answered, catalogue: Catalogue): readonly Question[] {
  const known = answersOf({ ...draft, answers: {} }, catalogue);
  const asked = questionsFor(chosenServices(draft, catalogue), answersOf(draft, catalogue), catalogue);
  return asked.filter(({ id }) => !(id in known));
}
