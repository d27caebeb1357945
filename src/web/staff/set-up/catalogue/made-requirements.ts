import type { CatalogueDraft } from '../draft/config-draft';
import type { PackageDraft } from './package-minutes';

type ServiceDraft = CatalogueDraft['services'][number];
type RequirementLineDraft = ServiceDraft['standard']['persyaratan'][number];

/** A requirement that one service of a visit makes, so that the others do not ask for it. */
export type MadeRequirement = { readonly requirement: string; readonly maker: string };

/**
 * Returns `services` with another maker, or none, for the requirements that `isMeant` selects; no service
 * makes a requirement for itself.
 */
export function withMaker(
  services: readonly ServiceDraft[],
  isMeant: (line: RequirementLineDraft, service: ServiceDraft) => boolean,
  maker: string | undefined,
): ServiceDraft[] {
  return services.map((service) => {
    const { standard } = service;
    const persyaratan = standard.persyaratan.map((line) => {
      if (!isMeant(line, service) || service.id === maker) return line;
      const { madeBy: _, ...rest } = line;
      return { ...rest, ...(maker === undefined ? {} : { madeBy: maker }) };
    });
    return { ...service, standard: { ...standard, persyaratan } };
  });
}

/**
 * Returns the services that a visit of a package may include: those always done, and those that its question
 * adds.
 */
export function servicesIn({ services, choice }: PackageDraft, all: readonly ServiceDraft[]): ServiceDraft[] {
  const ids = [...services, ...(choice?.options ?? []).map(({ service }) => service)];
  return all.filter(({ id }) => ids.includes(id));
}

/** Returns the requirements that services of a package make for each other, each pair once. */
export function madeIn(members: readonly ServiceDraft[]): MadeRequirement[] {
  const made = new Map<string, MadeRequirement>();
  for (const { requirement, madeBy: maker } of members.flatMap(({ standard }) => standard.persyaratan)) {
    if (maker === undefined || !members.some(({ id }) => id === maker)) continue;
    made.set(`${requirement} ${maker}`, { requirement, maker });
  }
  return [...made.values()];
}

/** Returns the services of a package that can make a requirement, because another one asks for it. */
export function makersOf(requirement: string, members: readonly ServiceDraft[]): ServiceDraft[] {
  const asking = members.filter(({ standard }) =>
    standard.persyaratan.some((line) => line.requirement === requirement),
  );
  return members.filter((maker) => asking.some((service) => service !== maker));
}

/** Returns the requirements of a package that no service makes yet, not even one outside the package. */
export function unmadeIn(members: readonly ServiceDraft[]): string[] {
  const lines = members.flatMap(({ standard }) => standard.persyaratan);
  const made = new Set(lines.filter(({ madeBy }) => madeBy !== undefined).map((line) => line.requirement));
  const asked = new Set(lines.map(({ requirement }) => requirement));
  return [...asked].filter((id) => !made.has(id) && makersOf(id, members).length > 0);
}

/**
 * Returns `services` with the made requirements of a package changed from one list to the other; requirements
 * in both lists stay unchanged.
 */
export function withMade(
  services: readonly ServiceDraft[],
  members: readonly ServiceDraft[],
  before: readonly MadeRequirement[],
  after: readonly MadeRequirement[],
): readonly ServiceDraft[] {
  const ids = members.map(({ id }) => id);
  const put = (all: readonly ServiceDraft[], requirement: string, maker: string | undefined) =>
    withMaker(all, (line, { id }) => line.requirement === requirement && ids.includes(id), maker);
  const gone = before.filter((one) => !after.includes(one));
  const come = after.filter((one) => !before.includes(one));
  const cleared = gone.reduce((all, { requirement }) => put(all, requirement, undefined), services);
  return come.reduce((all, { requirement, maker }) => put(all, requirement, maker), cleared);
}
