import type { FastifyInstance } from 'fastify';
import { parseCityConfig } from '../../../contract/city-config';
import {
  type ConfigChange,
  type ConfigFile,
  type ConfigPreview,
  type ConfigSave,
  type ConfigSaved,
  configChange,
  configFile,
  configPreview,
  configSave,
  configSaved,
} from '../../../contract/staff/config';
import { saveCityConfig } from '../../commands/city/save-city-config';
import { configFileOf, previewConfig } from '../../queries/city/city-config';
import { jsonSchemaOf } from '../frame/json-schema';
import { ProblemError, unwrap } from '../frame/problem-response';
import type { ServerContext } from '../server-context';
import { staffProblemAnswers } from './problem-schema';
import { requirePermission } from './session';

/** The city's configuration, which an admin reads, tries out and saves. */
export function addStaffConfig(app: FastifyInstance, context: ServerContext): void {
  app.get<{ Reply: ConfigFile }>('/api/staff/config', {
    schema: {
      summary: 'The configuration of the city, with its history',
      response: { 200: jsonSchemaOf(configFile), ...staffProblemAnswers },
    },
    handler: async (request) => {
      await requirePermission(context, request, 'set-up-city');
      return configFileOf(context);
    },
  });
  app.post<{ Body: ConfigChange; Reply: ConfigPreview }>('/api/staff/config/preview', {
    schema: {
      summary: 'What a configuration would do to the visits planned',
      body: jsonSchemaOf(configChange),
      response: { 200: jsonSchemaOf(configPreview), ...staffProblemAnswers },
    },
    handler: async (request) => {
      await requirePermission(context, request, 'set-up-city');
      return previewConfig(context, readConfig(request.body));
    },
  });
  app.put<{ Body: ConfigSave; Reply: ConfigSaved }>('/api/staff/config', {
    schema: {
      summary: 'Put a configuration into effect',
      body: jsonSchemaOf(configSave),
      response: { 200: jsonSchemaOf(configSaved), ...staffProblemAnswers },
    },
    handler: async (request) => {
      const { me } = await requirePermission(context, request, 'set-up-city');
      const { revision, note } = request.body;
      const result = await saveCityConfig(context, {
        revision,
        note,
        config: readConfig(request.body),
        by: me.name,
        staff: { id: me.id, address: request.ip },
      });
      const { saved } = unwrap(result);
      await context.refreshCity?.(context.db);
      return saved;
    },
  });
}

function readConfig(body: ConfigChange) {
  const config = parseCityConfig(body.config);
  if (config === undefined) throw new ProblemError('request-not-valid', { pointer: '/config' });
  return config;
}
