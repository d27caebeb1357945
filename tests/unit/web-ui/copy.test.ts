import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { getFormat } from '@lingui/cli/api';
import { describe, expect, it } from 'vitest';
import type { Part } from '../../../src/web/copy/parts';
import { PARTS, PARTS_OF_APP } from '../../../src/web/copy/parts';
import { RESIDENT_FEATURE_WORDS } from '../../../src/web/resident/feature-words';
import { STAFF_FEATURE_WORDS } from '../../../src/web/staff/feature-words';

const folder = `${process.cwd()}/src/web`;
const po = await getFormat('po', { explicitIdAsDefault: true } as { origins?: boolean }, 'id');
const poFiles = readdirSync(`${folder}/copy`).filter((name) => /(?:^|-)id\.po$/.test(name));
const read = await Promise.all(poFiles.map((name) => po.read(`${folder}/copy/${name}`, 'id')));
const catalogue = Object.assign({}, ...read) as NonNullable<(typeof read)[number]>;
const ids = Object.keys(catalogue);

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('copy/'))
  .map((file) => ({ file, text: readFileSync(`${folder}/${file}`, 'utf8') }));
const code = files.map(({ text }) => text).join('\n');
const names = new Set<string>(Object.values(PARTS).flat());

/** The names that ids in a text begin with, in whole ids and in composed ones. */
function namesIn(text: string): Set<string> {
  const begun = Array.from(text.matchAll(/['"`]([a-z][\w-]*)\.[\w$]/g), (match) => match[1] ?? '');
  return new Set(begun.filter((name) => names.has(name)));
}

/** The files that a file imports, without their extensions. */
function importsOf({ file, text }: { readonly file: string; readonly text: string }): Set<string> {
  return new Set(
    Array.from(text.matchAll(/from '(\.[^']+)'/g), ([, path = '']) => posix.join(posix.dirname(file), path)),
  );
}

/** The names whose words are loaded when a file's code runs. */
function namesLoadedFor(file: string): ReadonlySet<string> {
  if (file.startsWith('ui/')) return new Set(['ui']);
  const app = file.startsWith('staff/') ? 'staff' : 'resident';
  const features: Readonly<Record<string, readonly Part[]>> =
    app === 'staff' ? STAFF_FEATURE_WORDS : RESIDENT_FEATURE_WORDS;
  const own: readonly Part[] = [app, ...(features[file.split('/')[1] ?? ''] ?? [])];
  const loaded = new Set<string>(own.flatMap((part) => PARTS[part]));
  if (file.split('/')[1] !== 'shell') return loaded;
  // Code that features share runs with the words that every one of them loads.
  const users = files.filter((one) => importsOf(one).has(file.replace(/\.tsx?$/, '')));
  const [first, ...others] = users
    .filter((one) => one.file.startsWith(`${app}/`))
    .map((one) => namesLoadedFor(one.file));
  const shared = [...(first ?? [])].filter((name) => others.every((names) => names.has(name)));
  return new Set([...loaded, ...shared]);
}

/** Ids written whole, and the beginnings of composed ids, as in t(`visit.state.${state}`). */
const literals = new Set(
  Array.from(code.matchAll(/(['"`])([a-z][\w-]*(?:\.[\w-]+)+)\1/g), (match) => match[2]),
);
const beginnings = Array.from(
  code.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*[\w-]*)\$\{/g),
  (match) => match[1] ?? '',
);

describe('the words of the apps', () => {
  it('are in the catalogue for every id that the code asks for', () => {
    const asked = Array.from(code.matchAll(/\bt\(\s*'([^']+)'/g), (match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((id) => !(id in catalogue))).toEqual([]);
  });

  it('are loaded with every page that uses them', () => {
    const lacking = files.flatMap(({ file, text }) => {
      const loaded = namesLoadedFor(file);
      return [...namesIn(text)].filter((name) => !loaded.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(files.some(({ text }) => namesIn(text).has('booking'))).toBe(true);
    expect(lacking).toEqual([]);
  });

  it.each([
    ['resident', RESIDENT_FEATURE_WORDS, PARTS_OF_APP.resident],
    ['staff', STAFF_FEATURE_WORDS, PARTS_OF_APP.staff],
  ] as const)('of the %s app are in its build', (app, features, inBuild) => {
    const asked: Part[] = [app, ...Object.values<readonly Part[]>(features).flat()];
    const held: readonly Part[] = inBuild;
    expect(asked.filter((part) => !held.includes(part))).toEqual([]);
  });

  it('are all used', () => {
    const unused = ids.filter(
      (id) => !literals.has(id) && !beginnings.some((beginning) => id.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  it('are never empty', () => {
    expect(ids.filter((id) => !catalogue[id]?.translation)).toEqual([]);
  });

  it('are each written once', () => {
    const text = poFiles.map((name) => readFileSync(`${folder}/copy/${name}`, 'utf8')).join('\n');
    const written = Array.from(text.matchAll(/^msgid "(.+)"$/gm), (match) => match[1]);
    expect(written.filter((id, index) => written.indexOf(id) !== index)).toEqual([]);
    expect(written).toHaveLength(ids.length);
  });
});
