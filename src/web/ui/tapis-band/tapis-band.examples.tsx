import type { Example } from '../example';
import { TapisBand } from './tapis-band';

export const tapisBandExamples: readonly Example[] = [{ name: 'plain', render: () => <TapisBand /> }];
