import { readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listSource } from './list-source';
import { ROOT } from './plant-tree';

type Doc = { readonly path: string; readonly text: string };

/** A word in backticks that names a file or a folder: it ends as our files do, or in a slash. */
const PATH = /`([\w.@<>*-]+(?:\/[\w.@<>*-]+)*(?:\/|\/?[\w-]+\.(?:ts|tsx|md|css|json|cjs|po|txt|html)))`/g;
const LINK = /\]\(([^)\s]+)\)/g;
/** Paths that are made when the product runs, and examples of names. */
const NOT_HERE = /^(data|dist)\/|[<>*]|^(keys|running)\.json$/;

function exists(path: string): boolean {
  return statSync(join(ROOT, path), { throwIfNoEntry: false }) !== undefined;
}

/**
 * Lists where a path in a document may start: at the top, at `src`, at the document's own folder or the one
 * around it.
 */
function startsOf(doc: string): string[] {
  return ['', 'src', dirname(doc), join(dirname(doc), '..')];
}

const everything = ['.github', 'src', 'tests'].flatMap((folder) => listSource(folder, /./));

/**
 * Whether a name without a folder is anywhere under the document's own folder, as in a list of its contents.
 */
function standsBelow(doc: string, name: string): boolean {
  const below = everything.filter((path) => path.startsWith(`${dirname(doc)}/`));
  return !/\/./.test(name) && below.some((path) => `/${path}`.includes(`/${name}`));
}

function namedPaths({ path, text }: Doc): string[] {
  const named = Array.from(text.matchAll(PATH), ([, name = '']) => name);
  return named
    .filter((name) => !NOT_HERE.test(name))
    .filter((name) => !startsOf(path).some((start) => exists(normalize(join(start, name)))))
    .filter((name) => !standsBelow(path, name))
    .map((name) => `${path}: ${name}`);
}

/** Makes the anchor of a heading as GitHub does. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

function brokenLinks({ path, text }: Doc): string[] {
  const links = Array.from(text.matchAll(LINK), ([, link = '']) => link);
  return links
    .filter((link) => !/^https?:/.test(link))
    .filter((link) => {
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : normalize(join(dirname(path), file));
      if (!exists(target)) return true;
      if (anchor === undefined) return false;
      const headings = readFileSync(join(ROOT, target), 'utf8').matchAll(/^#+ (.+)$/gm);
      return !Array.from(headings, ([, heading = '']) => anchorOf(heading)).includes(anchor);
    })
    .map((link) => `${path}: ${link}`);
}

const FOLDERS = ['.github', 'src', 'tests'];
const docs: readonly Doc[] = ['README.md', ...FOLDERS.flatMap((folder) => listSource(folder, /\.md$/))].map(
  (path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }),
);

/** The rooms that a newcomer meets; each says in its README what it is for. */
const ROOMS = [
  ...['domain', 'contract', 'city', 'offline', 'worker', 'build', 'server'].map((room) => `src/${room}`),
  ...['http', 'commands', 'queries', 'steps', 'db', 'jobs', 'practice'].map((room) => `src/server/${room}`),
  ...['resident', 'staff', 'ui', 'copy'].map((room) => `src/web/${room}`),
  'tests',
];

describe('docs', () => {
  it('show a planted path and a planted link that lead nowhere', () => {
    const text =
      '`src/nowhere.ts` and `domain/problem.ts` and `src/gone/`; [a](README.md#the-map-of-src) [b](none.md) [c](#no)';
    const planted = { path: 'src/README.md', text };
    expect(namedPaths(planted)).toEqual(['src/README.md: src/nowhere.ts', 'src/README.md: src/gone/']);
    expect(brokenLinks(planted)).toEqual(['src/README.md: none.md', 'src/README.md: #no']);
  });

  it('name only paths that exist', () => {
    expect(docs.length).toBeGreaterThan(20);
    expect(docs.flatMap(namedPaths)).toEqual([]);
  });

  it('link only to what exists', () => {
    expect(docs.flatMap(brokenLinks)).toEqual([]);
  });

  it('exist in every room', () => {
    const paths = docs.map(({ path }) => path);
    expect(ROOMS.filter((room) => !paths.includes(`${room}/README.md`))).toEqual([]);
  });

  it('begin with a short page', () => {
    expect(Buffer.byteLength(readFileSync(join(ROOT, 'README.md')))).toBeLessThanOrEqual(10_240);
  });

  it('give each decision its date and its status', () => {
    const undated = docs.flatMap(({ path, text }) => {
      const decisions = text.split(/^## Decisions.*$/m)[1]?.split(/^## /m)[0] ?? '';
      return decisions
        .split(/\n\n/)
        .filter((part) => part.startsWith('**') && !/[*_]\d{4}-\d\d-\d\d, (in force|reversed)/.test(part))
        .map((part) => `${path}: ${part.slice(0, 60)}`);
    });
    expect(undated).toEqual([]);
  });
});
