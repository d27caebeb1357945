import type { ConfigFile } from '../../../../contract/staff/config';
import type { CatalogueDraft, ConfigDraft, SettingsDraft } from './config-draft';
import { changedSections, isSame, type SectionId } from './sections';

/**
 * Applies the draft's changes to the newest configuration. A setting or a thing of the catalogue that the
 * draft changed stays as in the draft; everything else comes from the newest.
 */
export function rebaseDraft(draft: ConfigDraft, { revision, config }: ConfigFile): ConfigDraft {
  const { base, config: mine } = draft;
  return {
    revision,
    base: config,
    config: {
      settings: mergeKeys<SettingsDraft>(base.settings, mine.settings, config.settings, takeChanged),
      catalogue: mergeKeys<CatalogueDraft>(base.catalogue, mine.catalogue, config.catalogue, mergeById),
    },
  };
}

/**
 * Returns the sections that both the draft and somebody else changed; `rebaseDraft` keeps the draft's version
 * of them.
 */
export function contestedSections({ base, config }: ConfigDraft, newest: ConfigFile): SectionId[] {
  const theirs = changedSections(base, newest.config);
  return changedSections(base, config).filter((id) => theirs.includes(id));
}

type Merge = (base: unknown, mine: unknown, newest: unknown) => unknown;

function mergeKeys<Whole extends object>(base: Whole, mine: Whole, newest: Whole, merge: Merge): Whole {
  const [before, own, now] = [base, mine, newest].map((whole) => new Map(Object.entries(whole)));
  const keys = new Set([...(now?.keys() ?? []), ...(own?.keys() ?? [])]);
  const merged = [...keys].map((key) => [key, merge(before?.get(key), own?.get(key), now?.get(key))]);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined)) as Whole;
}

function takeChanged(base: unknown, mine: unknown, newest: unknown): unknown {
  return isSame(base, mine) ? newest : mine;
}

function mergeById(base: unknown, mine: unknown, newest: unknown): unknown {
  const [before, own, now] = [byId(base), byId(mine), byId(newest)];
  const kept = [...now].flatMap(([id, theirs]) => {
    const isRemoved = before.has(id) && !own.has(id);
    return isRemoved ? [] : [own.has(id) ? takeChanged(before.get(id), own.get(id), theirs) : theirs];
  });
  // What somebody else removed stays where the draft changed it.
  const more = [...own].filter(([id, item]) => !now.has(id) && !isSame(before.get(id), item));
  const merged = [...kept, ...more.map(([, item]) => item)];
  const isMoved = !isSame(idsBoth(before, own), idsBoth(own, before));
  return isMoved ? inOrderOf([...own.keys()], merged) : merged;
}

/** Returns the ids of `one` that are also in `other`, in the order of `one`. */
function idsBoth(one: Map<string, unknown>, other: Map<string, unknown>): string[] {
  return [...one.keys()].filter((id) => other.has(id));
}

/** Sorts items by `ids`; items not in it go last, in their own order. */
function inOrderOf(ids: readonly string[], items: readonly unknown[]): unknown[] {
  const place = (item: unknown) => ids.indexOf((item as { id: string }).id);
  const known = items.filter((item) => place(item) >= 0).sort((a, b) => place(a) - place(b));
  return [...known, ...items.filter((item) => place(item) < 0)];
}

function byId(list: unknown): Map<string, unknown> {
  const items = Array.isArray(list) ? list : [];
  return new Map(items.map((item: { id: string }) => [item.id, item]));
}
