import type { Catalogue, Question, Service, ServicePackage } from '../catalogue/service';

/** Returns the faults of a catalogue, in words: ids used twice, and references to things it does not have. */
export function checkCatalogue(catalogue: Catalogue): readonly string[] {
  const bookable = new Set<string>(catalogue.services.map((service) => service.id));
  const referrals = new Set<string>(catalogue.referrals.map((referral) => referral.id));
  return [
    ...findRepeated(catalogue.requirements, 'requirement', (requirement) => requirement.id),
    ...findRepeated(catalogue.questions, 'question', (question) => question.id),
    ...findRepeated([...catalogue.services, ...catalogue.referrals], 'service', (service) => service.id),
    ...findRepeated(catalogue.packages, 'package', (pkg) => pkg.id),
    ...catalogue.services.flatMap((service) => checkService(service, catalogue)),
    ...catalogue.questions.flatMap((question, place) =>
      checkQuestion(question, catalogue.questions.slice(0, place)),
    ),
    ...catalogue.packages.flatMap((pkg) => checkPackage(pkg, bookable, referrals)),
    ...catalogue.packages.flatMap((pkg) => checkKnown(pkg, catalogue.questions)),
    ...findEmpty(catalogue),
    ...findUnused(catalogue),
  ];
}

/** Returns one fault for each key that more than one of the things has. */
export function findRepeated<Thing>(
  things: readonly Thing[],
  kind: string,
  keyOf: (thing: Thing) => string,
): string[] {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const key of things.map(keyOf)) {
    if (seen.has(key)) repeated.add(key);
    seen.add(key);
  }
  return [...repeated].map((key) => `${kind} ${key} is there more than once`);
}

function checkService(service: Service, catalogue: Catalogue): string[] {
  const faults: string[] = [];
  const { standard } = service;
  if (!Number.isInteger(service.minutes) || service.minutes < 1) {
    faults.push(`service ${service.id}: minutes must be a whole number of at least 1`);
  }
  const parts = [
    standard.jangkaWaktu,
    standard.biaya,
    standard.produk,
    standard.pengaduan,
    ...standard.prosedur,
  ];
  if (standard.prosedur.length === 0 || parts.some((part) => part.trim() === '')) {
    faults.push(`service ${service.id}: a part of its standard is empty`);
  }
  for (const [place, line] of standard.persyaratan.entries()) {
    const maker = catalogue.services.find(({ id }) => id === line.madeBy);
    if (line.madeBy !== undefined && (maker === undefined || maker === service)) {
      faults.push(
        `service ${service.id}: paper ${place} is made by ${line.madeBy}, which is no other service`,
      );
    }
    if (!catalogue.requirements.some((known) => known.id === line.requirement)) {
      faults.push(`service ${service.id}: there is no requirement ${line.requirement}`);
    }
    for (const condition of [line.when, line.unless]) {
      if (condition !== undefined && !catalogue.questions.some((known) => known.id === condition.question)) {
        faults.push(`service ${service.id}: there is no question ${condition.question}`);
      }
    }
  }
  return faults;
}

/** A question may depend only on an earlier one, so that no two wait for each other. */
function checkQuestion({ id, when }: Question, before: readonly Question[]): string[] {
  if (when === undefined || before.some((other) => other.id === when.question)) return [];
  return [`question ${id} hangs on question ${when.question}, which does not stand before it`];
}

function checkPackage(pkg: ServicePackage, bookable: Set<string>, referrals: Set<string>): string[] {
  const faults: string[] = [];
  const options = (pkg.choice?.options ?? []).map((option) => option.service);
  if (pkg.services.length + options.length === 0) faults.push(`package ${pkg.id} has no services`);
  for (const id of [...pkg.services, ...options]) {
    if (!bookable.has(id)) faults.push(`package ${pkg.id}: there is no service ${id}`);
  }
  for (const id of pkg.referrals) {
    if (!referrals.has(id)) faults.push(`package ${pkg.id}: there is no referral ${id}`);
  }
  for (const id of options) {
    if (pkg.services.includes(id)) faults.push(`package ${pkg.id}: ${id} is both always done and a choice`);
  }
  for (const ids of [pkg.services, pkg.referrals, options]) {
    if (new Set(ids).size < ids.length) faults.push(`package ${pkg.id} names something more than once`);
  }
  if (pkg.choice !== undefined && options.length < 2) {
    faults.push(`package ${pkg.id}: its choice has fewer than two answers`);
  }
  return faults;
}

/**
 * The answers that a life event implies: each must be to an existing question, and no question answered
 * twice.
 */
function checkKnown({ id, known = [] }: ServicePackage, questions: readonly Question[]): string[] {
  return known.flatMap(({ question }, place) => {
    const line = `package ${id}: answer ${place}`;
    if (!questions.some((one) => one.id === question))
      return [`${line} is to no question there is: ${question}`];
    const isRepeated = known.slice(0, place).some((before) => before.question === question);
    return isRepeated ? [`${line} is to a question answered already: ${question}`] : [];
  });
}

/** Texts that residents read and that the schema allows to be empty. */
function findEmpty({ questions, referrals, packages }: Catalogue): string[] {
  const isEmpty = (text: string) => text.trim() === '';
  return [
    ...questions
      .filter(({ text }) => isEmpty(text))
      .map((question) => `question ${question.id} asks nothing: its text is empty`),
    ...referrals
      .filter(({ whereToGo }) => isEmpty(whereToGo))
      .map((referral) => `referral ${referral.id} does not say where to go`),
    ...packages.filter(({ summary }) => isEmpty(summary)).map((pkg) => `package ${pkg.id} has no summary`),
    ...packages
      .filter(({ choice }) => choice !== undefined && isEmpty(choice.text))
      .map((pkg) => `package ${pkg.id}: the question of its choice is empty`),
  ];
}

/** A requirement or question that nothing asks for usually means a misspelt id. */
function findUnused(catalogue: Catalogue): string[] {
  const lines = catalogue.services.flatMap((service) => service.standard.persyaratan);
  const requirements = new Set<string>(lines.map((line) => line.requirement));
  const questions = new Set<string | undefined>(
    [...lines, ...catalogue.questions].map(({ when }) => when?.question),
  );
  return [
    ...catalogue.requirements
      .filter((requirement) => !requirements.has(requirement.id))
      .map((requirement) => `requirement ${requirement.id} is asked for by no service`),
    ...catalogue.questions
      .filter((question) => !questions.has(question.id))
      .map((question) => `question ${question.id} is asked by no service`),
  ];
}
