import { staffProblemDetails } from '../../../contract/problem';
import { jsonSchemaOf } from '../frame/json-schema';

/** The problem that every route of the staff app may answer with, for the API's document. */
const problem = {
  description: 'RFC 9457 problem details',
  content: { 'application/problem+json': { schema: jsonSchemaOf(staffProblemDetails) } },
};

export const staffProblemAnswers = { '4xx': problem, '5xx': problem };
