import type { Service, ServiceRequirement } from '../../../domain/catalogue/service';
import { MPP_MOBILE } from '../programmes';
import { BY_AGENCY_RULES, COMPLAINTS_FREE, DISDUKCAPIL, serviceId, unless, when } from './service-parts';

/** What distinguishes one service of Disdukcapil; the rest of the standard is common to all of them. */
type Own = Pick<Service, 'name' | 'shortName' | 'summary' | 'minutes' | 'searchWords'> & {
  readonly id: string;
  readonly papers: readonly ServiceRequirement[];
  /** What the crew does between checking the documents and handing over the result. */
  readonly steps: readonly string[];
  readonly product: string;
  readonly present?: Service['present'];
  readonly ownPhone?: boolean;
  readonly equipment?: Service['equipment'];
};

/** Builds a service of Disdukcapil; its products are free everywhere in Indonesia (UU 24/2013 art. 79A). */
export function disdukcapilService(own: Own): Service {
  return {
    id: serviceId(own.id),
    name: own.name,
    shortName: own.shortName,
    summary: own.summary,
    agency: DISDUKCAPIL,
    programme: MPP_MOBILE,
    minutes: own.minutes,
    present: own.present ?? 'no',
    ownPhone: own.ownPhone ?? false,
    equipment: own.equipment ?? [],
    standard: {
      persyaratan: own.papers,
      prosedur: [
        'Petugas datang ke rumah pada jadwal yang disepakati.',
        'Petugas mengecek berkas.',
        ...own.steps,
        'Petugas menyerahkan hasil, atau memberi tahu kapan dan cara menerimanya.',
      ],
      jangkaWaktu: BY_AGENCY_RULES,
      biaya: 'Gratis',
      produk: own.product,
      pengaduan: COMPLAINTS_FREE,
    },
    searchWords: own.searchWords,
  };
}

/** The family card, unless the family card itself is lost. */
export const familyCard: ServiceRequirement = unless('kk-hilang', true, 'kk');

/** Applies to every service with a form to sign. */
export const powerOfAttorney: ServiceRequirement = when('tidak-bisa-tanda-tangan', true, 'f-1-07');

export const FILL_FORM = 'Formulir diisi bersama petugas.';
export const RECORD =
  'Petugas merekam foto, sidik jari, dan iris mata. Bagian yang tidak bisa direkam dicatat.';
