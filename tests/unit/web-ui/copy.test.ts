import { readdirSync, readFileSync } from 'node:fs';
import { getFormat } from '@lingui/cli/api';
import { describe, expect, it } from 'vitest';

const folder = `${process.cwd()}/src/web`;
const po = await getFormat('po', { explicitIdAsDefault: true } as { origins?: boolean }, 'id');
const catalogue = (await po.read(`${folder}/copy/id.po`, 'id')) ?? {};
const ids = Object.keys(catalogue);

const code = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('copy/compiled/'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  .join('\n');

/** Ids written whole, and the beginnings of those put together, as in t(`visit.state.${state}`). */
const literals = new Set(
  Array.from(code.matchAll(/(['"`])([a-z][\w-]*(?:\.[\w-]+)+)\1/g), (match) => match[2]),
);
const beginnings = Array.from(
  code.matchAll(/`([a-z][\w-]*\.(?:[\w-]+\.)*[\w-]*)\$\{/g),
  (match) => match[1] ?? '',
);

describe('the words', () => {
  it('are in the catalogue for every id that is asked for', () => {
    const asked = Array.from(code.matchAll(/\bt\(\s*'([^']+)'/g), (match) => match[1] ?? '');
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((id) => !(id in catalogue))).toEqual([]);
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

  it('stand once each', () => {
    const text = readFileSync(`${folder}/copy/id.po`, 'utf8');
    const written = Array.from(text.matchAll(/^msgid "(.+)"$/gm), (match) => match[1]);
    expect(written.filter((id, index) => written.indexOf(id) !== index)).toEqual([]);
    expect(written).toHaveLength(ids.length);
  });
});
