import type { RequestPage } from '../../../domain/booking/check-request';

/** Path segments of the questions, in the order in which they are asked. */
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

/** Segment of the page on which all answers are checked and sent. */
export const CHECK_SLUG = 'periksa';

export type QuestionSlug = (typeof QUESTION_SLUGS)[number];
export type PageSlug = QuestionSlug | typeof CHECK_SLUG;

export const PAGE_SLUGS: readonly PageSlug[] = [...QUESTION_SLUGS, CHECK_SLUG];
export const FIRST_SLUG: PageSlug = QUESTION_SLUGS[0];

/** The rules of domain speak of pages by their English names. */
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

/** The question on which this page's faults are put right. */
export function slugOf(page: RequestPage): QuestionSlug {
  return QUESTION_SLUGS.find((slug) => requestPageOf[slug] === page) ?? QUESTION_SLUGS[0];
}

export function isPageSlug(text: string): text is PageSlug {
  return PAGE_SLUGS.some((slug) => slug === text);
}

/** Address of one page of a draft. */
export function pagePath(draftId: string, slug: PageSlug): string {
  return `/ajukan/${draftId}/${slug}`;
}

/** The same page, from which one comes back to the check page. */
export function changePath(draftId: string, slug: QuestionSlug): string {
  return `${pagePath(draftId, slug)}?kembali=${CHECK_SLUG}`;
}

/** The pages before and after; before the first one comes the list of drafts. */
export function neighboursOf(draftId: string, slug: PageSlug): { before: string; after: string } {
  const at = PAGE_SLUGS.indexOf(slug);
  const before = PAGE_SLUGS[at - 1];
  const after = PAGE_SLUGS[at + 1] ?? CHECK_SLUG;
  return {
    before: before === undefined ? '/ajukan' : pagePath(draftId, before),
    after: pagePath(draftId, after),
  };
}
