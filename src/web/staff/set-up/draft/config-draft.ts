import * as v from 'valibot';
import { cityConfig } from '../../../../contract/city-config';

/** A configuration while it is typed: any text may stand in it, what is wrong is said when it is checked. */
export type CityDraft = v.InferInput<typeof cityConfig>;
export type SettingsDraft = CityDraft['settings'];
export type CatalogueDraft = CityDraft['catalogue'];

/** Changes that are not in effect yet. */
export type ConfigDraft = {
  /** The revision it was made from. */
  readonly revision: number;
  /** What held then: tells later what this draft changed and what somebody else did. */
  readonly base: CityDraft;
  readonly config: CityDraft;
};

const KEY = 'set-up-draft';

/** The draft of this tab; undefined when there is none, or none that this version of the app can read. */
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
    // A browser that keeps nothing: the draft lasts as long as the page.
  }
}

export function forgetConfigDraft(): void {
  sessionStorage.removeItem(KEY);
}

/** The value in a text of JSON; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Right in its shape; a text in it may still be empty or wrong, as somebody is at work on it. */
function isDraft(config: unknown): config is CityDraft {
  const { issues } = v.safeParse(cityConfig, config);
  return issues === undefined || issues.every((issue) => issue.kind === 'validation');
}
