import * as v from 'valibot';
import { cityConfig } from '../../../../contract/city-config';

/** A configuration being edited: it may hold any text, and faults are shown when it is checked. */
export type CityDraft = v.InferInput<typeof cityConfig>;
export type SettingsDraft = CityDraft['settings'];
export type CatalogueDraft = CityDraft['catalogue'];

/** Changes not yet in effect. */
export type ConfigDraft = {
  /** The revision that the draft was made from. */
  readonly revision: number;
  /** The configuration of that revision; tells later what this draft changed and what somebody else did. */
  readonly base: CityDraft;
  readonly config: CityDraft;
};

const KEY = 'set-up-draft';

/**
 * Reads the draft of this tab; undefined when there is none, or none that this version of the app can read.
 */
export function readConfigDraft(): ConfigDraft | undefined {
  const kept = parseJson(sessionStorage.getItem(KEY) ?? 'null');
  if (typeof kept !== 'object' || kept === null) return undefined;
  const { revision, base, config } = kept as Partial<Record<keyof ConfigDraft, unknown>>;
  if (typeof revision !== 'number' || !isDraft(base) || !isDraft(config)) return undefined;
  return { revision, base, config };
}

export function keepConfigDraft(draft: ConfigDraft): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Without storage, the draft lasts as long as the page.
  }
}

export function forgetConfigDraft(): void {
  sessionStorage.removeItem(KEY);
}

/** Parses JSON; undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether the shape is right; texts in it may still be empty or wrong, because somebody is editing them. */
function isDraft(config: unknown): config is CityDraft {
  const { issues } = v.safeParse(cityConfig, config);
  return issues === undefined || issues.every((issue) => issue.kind === 'validation');
}
