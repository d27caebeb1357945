import type { CatalogueDraft } from '../draft/config-draft';
import { NO_NUMBER } from '../draft/draft-fields';
import { newId } from '../draft/lists';
import { withMaker } from './made-requirements';

export type ServiceDraft = CatalogueDraft['services'][number];
export type RequirementLineDraft = ServiceDraft['standard']['persyaratan'][number];

/** The props of each part of a service's page. */
export type ServicePartProps = {
  service: ServiceDraft;
  onChange: (service: ServiceDraft) => void;
  /** Its path in the configuration. */
  path: string;
};

/** Returns an empty service, which cannot be put into effect before it is filled in. */
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

/**
 * Returns the catalogue without a service: packages no longer hold it, and requirements that it made are
 * asked for again.
 */
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
