import type { Catalogue } from '../../domain/catalogue/service';
import { familyServices } from './catalogue/family-services';
import { identityServices } from './catalogue/identity-services';
import { otherAgencies } from './catalogue/other-agencies';
import { packages } from './catalogue/packages';
import { questions } from './catalogue/questions';
import { referrals } from './catalogue/referrals';
import { requirements } from './catalogue/requirements';

/** What can be done at home in Metro, and what each service requires. Sources: PROVENANCE.md. */
export const catalogue: Catalogue = {
  requirements,
  questions,
  services: [...identityServices, ...familyServices, ...otherAgencies],
  referrals,
  packages,
};
