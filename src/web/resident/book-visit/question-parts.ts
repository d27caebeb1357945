import { askedOf } from '../../../domain/booking/draft-answers';
import type { RequestDraft } from '../../../domain/booking/request-draft';
import type { Catalogue } from '../../../domain/catalogue/service';
import { NEED_PARTS } from '../shell/one-need';
import type { QuestionSlug } from './page-order';

/** What one page asks, part by part, for simple mode: each is the id of a field, and stands alone on screen. */
export function partsOf(slug: QuestionSlug, draft: RequestDraft, catalogue: Catalogue): readonly string[] {
  switch (slug) {
    case 'penerima':
      return ['recipientName', 'birthYear', 'nik'];
    case 'kebutuhan':
      return [...NEED_PARTS, 'needsNote'];
    case 'layanan':
      return serviceParts(draft, catalogue);
    case 'syarat': {
      const asked = askedOf(draft, catalogue);
      return [...asked.map((question) => `answer-${question.id}`), 'prepared'];
    }
    case 'alamat':
      // The point is left out: it is never needed, and a press on it asks what few can answer.
      return ['area', 'street', 'rt', 'rw', 'landmark'];
    case 'kontak':
      return ['contactName', 'contactPhone', 'channel'];
    default:
      return [slug];
  }
}

/** A package answers which services; without one they are chosen themselves. */
function serviceParts(draft: RequestDraft, { packages }: Catalogue): readonly string[] {
  const pkg = packages.find((candidate) => candidate.id === draft.packageId);
  if (pkg === undefined) return ['packageId', 'services'];
  return pkg.choice === undefined ? ['packageId'] : ['packageId', 'packageOption'];
}

/** Whether what is wrong with a field is put right on this part; a page of one part has all of its fields. */
export function isOfPart(field: string, part: string, parts: readonly string[]): boolean {
  if (parts.length === 1 || field === part) return true;
  // What no part has for its own is said on the last.
  return !parts.includes(field) && part === parts.at(-1);
}

/** The part an address names: by itself, `akhir` for the last, else the first. */
export function partAt(named: string | null, parts: readonly string[]): string {
  if (named === LAST_PART) return parts.at(-1) ?? '';
  return parts.find((part) => part === named) ?? parts[0] ?? '';
}

/** How an address names the last part of a page, whichever it is. */
export const LAST_PART = 'akhir';
