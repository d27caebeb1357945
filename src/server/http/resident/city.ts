import type { FastifyInstance } from 'fastify';
import { type CityAnswer, cityAnswer } from '../../../contract/city-config';
import { cityAnswerOf } from '../../queries/city/city-config';
import { jsonSchemaOf } from '../frame/json-schema';
import { problemAnswers } from '../frame/problem-schema';
import type { ServerContext } from '../server-context';

/** `GET /api/city`: the city's present settings and catalogue, which phones keep. */
export function addCity(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Reply: CityAnswer }>('/api/city', {
    schema: {
      summary: 'The settings and catalogue of the city',
      response: { 200: jsonSchemaOf(cityAnswer), ...problemAnswers },
    },
    handler: async () => cityAnswerOf(context),
  });
}
