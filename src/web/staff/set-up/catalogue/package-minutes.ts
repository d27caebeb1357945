import type { CatalogueDraft } from '../draft/config-draft';

export type PackageDraft = CatalogueDraft['packages'][number];

/**
 * Returns the minutes that the services of a package take together at the home, with the longest answer of
 * its choice.
 */
export function minutesOfPackage(pkg: PackageDraft, services: CatalogueDraft['services']): number {
  const minutesOf = (id: string) => Math.max(0, services.find((one) => one.id === id)?.minutes ?? 0);
  const choice = (pkg.choice?.options ?? []).map(({ service }) => minutesOf(service));
  return pkg.services.reduce((sum, id) => sum + minutesOf(id), Math.max(0, ...choice));
}
