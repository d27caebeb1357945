import { readFile, writeFile } from 'node:fs/promises';

const fileOf = (name: string) => new URL(`${name}.txt`, import.meta.url);

async function readList(name: string): Promise<Set<string>> {
  const text = await readFile(fileOf(name), 'utf8');
  return new Set(text.split('\n').filter((line) => line !== '' && !line.startsWith('#')));
}

/**
 * `known` holds our words that Debian's hunspell-id accepts. They are kept here because that dictionary is
 * LGPL and not installed everywhere. `own` holds words that it does not know but that are right, each added
 * by a person.
 */
export async function readWordLists(): Promise<{ known: Set<string>; own: Set<string> }> {
  return { known: await readList('known-words'), own: await readList('own-words') };
}

/** Writes the words that the dictionary accepts. */
export async function writeKnownWords(words: Iterable<string>): Promise<void> {
  const head =
    '# Words of the Indonesian texts that hunspell-id knows. Written by `npm run plain -- --learn`.';
  await writeFile(fileOf('known-words'), `${[head, ...[...words].sort()].join('\n')}\n`);
}
