import { problemDetails } from '../../../contract/problem';
import { jsonSchemaOf } from './json-schema';

/** The problem that every route may answer with, for the API's document. */
const problem = {
  description: 'RFC 9457 problem details',
  content: { 'application/problem+json': { schema: jsonSchemaOf(problemDetails) } },
};

export const problemAnswers = { '4xx': problem, '5xx': problem };
