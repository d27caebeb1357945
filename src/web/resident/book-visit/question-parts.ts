import { askedOf } from '../../../domain/booking/draft-answers';
import type { RequestDraft } from '../../../domain/booking/request-draft';
import type { Catalogue } from '../../../domain/catalogue/service';
import { NEED_PARTS } from '../shell/form/needs-fields';
import { PLACE_PARTS } from '../shell/form/place-fields';
import type { QuestionSlug } from './page-order';

/** Returns the parts that simple mode shows one at a time. Each part is the id of a field. */
export function partsOf(slug: QuestionSlug, draft: RequestDraft, catalogue: Catalogue): readonly string[] {
  switch (slug) {
    case 'penerima':
      return ['recipientName', 'birthYear', 'nik'];
    case 'kebutuhan':
      return NEED_PARTS;
    case 'layanan':
      return serviceParts(draft, catalogue);
    case 'syarat': {
      const asked = askedOf(draft, catalogue);
      return [...asked.map((question) => `answer-${question.id}`), 'prepared'];
    }
    case 'alamat':
      return PLACE_PARTS;
    case 'kontak':
      return ['contactName', 'contactPhone', 'channel'];
    default:
      return [slug];
  }
}

/** A package fixes the services; without a package the resident chooses them. */
function serviceParts(draft: RequestDraft, { packages }: Catalogue): readonly string[] {
  const pkg = packages.find((candidate) => candidate.id === draft.packageId);
  if (pkg === undefined) return ['packageId', 'services'];
  return pkg.choice === undefined ? ['packageId'] : ['packageId', 'packageOption'];
}
