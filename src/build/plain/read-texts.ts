import { readdir } from 'node:fs/promises';
import { getFormat } from '@lingui/cli/api';
import { metro } from '../../city/metro/metro';
import { listTexts } from '../../city/translate-city';

/** A text that people read, with its location. */
export type Text = { readonly place: string; readonly words: string };

const copyFolder = new URL('../../web/copy/', import.meta.url);
const BRANCH = /(?:=\d+|zero|one|two|few|many|other)\s*\{((?:[^{}]|\{[^{}]*\})*)\}/g;

/** Returns the texts of a message: each branch of a plural is a text of its own. */
export function sayings(message: string): string[] {
  if (!/\{\w+, plural,/.test(message)) return [message];
  return Array.from(message.matchAll(BRANCH), (match) => match[1] ?? '');
}

/** Reads every Indonesian text of both apps and of the city. */
export async function readIndonesianTexts(): Promise<Text[]> {
  const format = await getFormat('po', { explicitIdAsDefault: true } as { origins?: boolean }, 'id');
  const names = (await readdir(copyFolder)).filter((name) => name === 'id.po' || name.endsWith('-id.po'));
  const texts: Text[] = [];
  for (const name of names.sort()) {
    const catalogue = await format.read(new URL(name, copyFolder).pathname, 'id');
    for (const [id, { translation = '' }] of Object.entries(catalogue ?? {})) {
      for (const words of sayings(translation)) texts.push({ place: `${name} ${id}`, words });
    }
  }
  const ofCity = new Set([...listTexts(metro.catalogue), ...listTexts(metro.settings)]);
  return [...texts, ...Array.from(ofCity, (words) => ({ place: 'city/metro', words }))];
}
