import {
  type ConfigFile,
  type ConfigPreview,
  type ConfigSaved,
  configFile,
  configPreview,
  configSaved,
} from '../../../../contract/staff/config';
import { callApi } from '../../shell/api/api';
import type { ConfigDraft } from './config-draft';

/** The server checks all coming visits again, which takes long. */
const TIMEOUT_MS = 30_000;

/**
 * Reads the current configuration with its history. Rejects with an `ApiFailure`, like every function here.
 */
export function readConfigFile(): Promise<ConfigFile> {
  return callApi('GET', '/api/staff/config', configFile);
}

export function previewDraft({ revision, config }: ConfigDraft): Promise<ConfigPreview> {
  const body = { revision, config };
  return callApi('POST', '/api/staff/config/preview', configPreview, { body, timeoutMs: TIMEOUT_MS });
}

/** Puts a draft into effect; refused with `config-changed` when the draft was made from an older revision. */
export function saveDraft({ revision, config }: ConfigDraft, note: string): Promise<ConfigSaved> {
  const body = { revision, config, note };
  return callApi('PUT', '/api/staff/config', configSaved, { body, timeoutMs: TIMEOUT_MS });
}
