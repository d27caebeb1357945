import { foldText, foldWords } from './fold-text';
import type { Catalogue, Referral, Service } from './service';

export type CatalogueMatches = {
  readonly services: readonly Service[];
  readonly referrals: readonly Referral[];
};

/**
 * Returns the services and referrals in which every word of `text` is found (name, short name, search words,
 * agency), in catalogue order. Case, spaces, accents and punctuation do not count. Without words, returns
 * everything.
 */
export function searchCatalogue(catalogue: Catalogue, text: string): CatalogueMatches {
  const words = foldWords(text);
  return {
    services: catalogue.services.filter((service) =>
      hasAll(words, [service.name, service.shortName, service.agency, ...service.searchWords]),
    ),
    referrals: catalogue.referrals.filter((referral) =>
      hasAll(words, [referral.name, referral.agency, ...referral.searchWords]),
    ),
  };
}

function hasAll(words: readonly string[], fields: readonly string[]): boolean {
  const folded = fields.map(foldText);
  return words.every((word) => folded.some((field) => field.includes(word)));
}
