import { problemDetails } from '../../../contract/problem';
import { jsonSchemaOf } from './json-schema';

/** What every route may answer instead, for the API's document. */
const problem = {
  description: 'RFC 9457 problem details',
  content: { 'application/problem+json': { schema: jsonSchemaOf(problemDetails) } },
};

export const problemAnswers = { '4xx': problem, '5xx': problem };
