import type { RequestPage } from '../../../domain/booking/check-request';

/** Path segments of the questions, in the order they are asked. */
const QUESTION_SLUGS = [
  'untuk-siapa',
  'penerima',
  'kebutuhan',
  'layanan',
  'syarat',
  'alamat',
  'waktu',
  'kontak',
] as const;

/** Path segment of the page where the resident checks all answers and sends them. */
export const CHECK_SLUG = 'periksa';

export type QuestionSlug = (typeof QUESTION_SLUGS)[number];
export type PageSlug = QuestionSlug | typeof CHECK_SLUG;

export const PAGE_SLUGS: readonly PageSlug[] = [...QUESTION_SLUGS, CHECK_SLUG];
export const FIRST_SLUG: PageSlug = QUESTION_SLUGS[0];

/** The domain's rules use English page names. */
export const requestPageOf: Readonly<Record<QuestionSlug, RequestPage>> = {
  'untuk-siapa': 'for-whom',
  penerima: 'recipient',
  kebutuhan: 'needs',
  layanan: 'services',
  syarat: 'requirements',
  alamat: 'address',
  waktu: 'times',
  kontak: 'contact',
};

/** Returns the question where the faults of this page are put right. */
export function slugOf(page: RequestPage): QuestionSlug {
  return QUESTION_SLUGS.find((slug) => requestPageOf[slug] === page) ?? QUESTION_SLUGS[0];
}

export function isPageSlug(text: string): text is PageSlug {
  return PAGE_SLUGS.some((slug) => slug === text);
}

/** Returns the address of one page of a draft. */
export function pagePath(draftId: string, slug: PageSlug): string {
  return `/ajukan/${draftId}/${slug}`;
}

/** Returns the address of the same page, with "next" and "back" leading to the check page. */
export function changePath(draftId: string, slug: QuestionSlug): string {
  return `${pagePath(draftId, slug)}?kembali=${CHECK_SLUG}`;
}

/** Returns the addresses of the pages before and after. The list of drafts comes before the first page. */
export function neighboursOf(draftId: string, slug: PageSlug): { before: string; after: string } {
  const at = PAGE_SLUGS.indexOf(slug);
  const before = PAGE_SLUGS[at - 1];
  const after = PAGE_SLUGS[at + 1] ?? CHECK_SLUG;
  return {
    before: before === undefined ? '/ajukan' : pagePath(draftId, before),
    after: pagePath(draftId, after),
  };
}
