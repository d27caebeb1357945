import type { CatalogueDraft } from '../draft/config-draft';
import { NO_NUMBER } from '../draft/draft-fields';
import { newId } from '../draft/lists';
import { withMaker } from './made-requirements';

export type ServiceDraft = CatalogueDraft['services'][number];
export type RequirementLineDraft = ServiceDraft['standard']['persyaratan'][number];

/** What each part of a service's page gets. */
export type ServicePartProps = {
  service: ServiceDraft;
  onChange: (service: ServiceDraft) => void;
  /** Its place in the configuration. */
  path: string;
};

/** A service of which nothing is known yet; it cannot be put into effect as it is. */
export function blankService(services: readonly ServiceDraft[]): ServiceDraft {
  return {
    id: newId('layanan'),
    name: '',
    shortName: '',
    summary: '',
    agency: services[0]?.agency ?? '',
    programme: 'mpp-mobile',
    minutes: NO_NUMBER,
    present: 'to-confirm',
    ownPhone: false,
    equipment: [],
    standard: { persyaratan: [], prosedur: [''], jangkaWaktu: '', biaya: '', produk: '', pengaduan: '' },
    searchWords: [],
  };
}

/** The catalogue without a service; packages no longer hold it, and what it made is asked for again. */
export function withoutService({ services, packages }: CatalogueDraft, id: string): Partial<CatalogueDraft> {
  return {
    services: withMaker(
      services.filter((service) => service.id !== id),
      ({ madeBy }) => madeBy === id,
      undefined,
    ),
    packages: packages.map((one) => ({
      ...one,
      services: one.services.filter((service) => service !== id),
      ...(one.choice === undefined
        ? {}
        : {
            choice: {
              ...one.choice,
              options: one.choice.options.filter(({ service }) => service !== id),
            },
          }),
    })),
  };
}
