import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createCompiledCatalog, getFormat } from '@lingui/cli/api';
import { PARTS, PARTS_OF_APP, type Part } from '../web/copy/parts';

const root = new URL('../../', import.meta.url);
const copyFolder = new URL('src/web/copy/', root);
const compiledFolder = new URL('compiled/', copyFolder);

const ALL_PARTS = Object.keys(PARTS).filter((part): part is Part => part in PARTS);

type CopyConfig = { readonly locales: readonly string[]; readonly formatOptions: Record<string, boolean> };

/**
 * Lists the PO files of a language: `id.po` of the resident app, and `staff-id.po` and the like beside it.
 */
async function listCatalogues(locale: string): Promise<string[]> {
  const names = await readdir(copyFolder);
  return names.filter((name) => name === `${locale}.po` || name.endsWith(`-${locale}.po`)).sort();
}

/**
 * Reads one language. A message that has no translation, or stands in two files, stops the build with its
 * name.
 */
async function readCatalogue(locale: string, config: CopyConfig): Promise<Record<string, string>> {
  const po = await getFormat('po', config.formatOptions, locale);
  const messages: Record<string, string> = {};
  for (const name of await listCatalogues(locale)) {
    const catalogue = await po.read(new URL(name, copyFolder).pathname, locale);
    for (const [id, message] of Object.entries(catalogue ?? {})) {
      if (!message.translation) throw new Error(`${name}: "${id}" has no words`);
      if (id in messages) throw new Error(`${name}: "${id}" is in another file too`);
      messages[id] = message.translation;
    }
  }
  return messages;
}

/**
 * Writes only files that differ, so that a watcher does not rebuild needlessly, and removes files no longer
 * produced.
 */
async function writeFolder(files: ReadonlyMap<string, string>): Promise<void> {
  await mkdir(compiledFolder, { recursive: true });
  for (const name of await readdir(compiledFolder)) {
    if (!files.has(name)) await rm(new URL(name, compiledFolder));
  }
  for (const [name, text] of files) {
    const file = new URL(name, compiledFolder);
    const before = await readFile(file, 'utf8').catch(() => undefined);
    if (before !== text) await writeFile(file, text);
  }
}

function formatIdType(ids: readonly string[]): string {
  const lines = ids.map((id) => `  | ${JSON.stringify(id)}`);
  return `/** Every id of the PO files. */\nexport type MessageId =\n${lines.join('\n')};\n`;
}

/** `partsOf` returns the parts of a language. */
function formatCatalogueMap(
  locales: readonly string[],
  partsOf: (locale: string) => readonly string[],
): string {
  const languages = locales.map((locale) => {
    const lines = partsOf(locale).map(
      (part) => `    ${JSON.stringify(part)}: () => import('./${locale}.${part}'),`,
    );
    return `  ${locale}: {\n${lines.join('\n')}\n  },`;
  });
  return `/** Fetches one part of one language's words. */\nexport const CATALOGUES = {\n${languages.join('\n')}\n};\n`;
}

function nameOf(id: string): string {
  return id.slice(0, id.indexOf('.'));
}

/**
 * Splits the messages into the parts of `PARTS`; throws on an id that is in no part, since no app would ever
 * fetch it.
 */
function splitByPart(locale: string, messages: Readonly<Record<string, string>>) {
  const known = new Set<string>(Object.values(PARTS).flat());
  const lost = Object.keys(messages).filter((id) => !known.has(nameOf(id)));
  if (lost.length > 0) throw new Error(`${locale}.po: ${lost.join(', ')} is in no part of copy/parts.ts`);
  return ALL_PARTS.map((part) => {
    const held = new Set<string>(PARTS[part]);
    const own = Object.entries(messages).filter(([id]) => held.has(nameOf(id)));
    return { part, messages: Object.fromEntries(own) };
  });
}

/**
 * Throws unless a language has exactly the resident app's messages: none missing, and none that the first
 * language lacks.
 */
function compareIds(
  locale: string,
  firstIds: readonly string[],
  messages: Readonly<Record<string, string>>,
): void {
  const names = new Set<string>(PARTS_OF_APP.resident.flatMap((part) => PARTS[part]));
  const needed = new Set(firstIds.filter((id) => names.has(nameOf(id))));
  const lacking = [...needed].filter((id) => !(id in messages));
  if (lacking.length > 0) throw new Error(`${locale} lacks the words of ${lacking.join(', ')}`);
  const extra = Object.keys(messages).filter((id) => !needed.has(id));
  if (extra.length > 0) throw new Error(`${locale} has words that no resident sees: ${extra.join(', ')}`);
}

function compilePart(locale: string, messages: Record<string, string>): string {
  const { source, errors } = createCompiledCatalog(locale, messages, { strict: true, namespace: 'ts' });
  const [error] = errors;
  if (error)
    throw new Error(`${locale}.po: "${error.id}" is not a valid ICU message: ${error.error.message}`);
  return `${source}\n`;
}

/**
 * Compiles the PO files of src/web/copy to compiled/<locale>.<part>.ts, and the list of these files to
 * compiled/catalogues.ts, with a list for each app, which that app's build uses instead. The ids of the first
 * language become the type `MessageId`, so that code naming a message that nobody wrote does not compile.
 */
export async function compileCopy(): Promise<number> {
  const loaded: { default: CopyConfig } = await import(new URL('lingui.config.ts', root).href);
  const config = loaded.default;
  const files = new Map<string, string>();
  let firstIds: string[] | undefined;
  const partsOf = (locale: string): readonly Part[] =>
    locale === config.locales[0] ? ALL_PARTS : PARTS_OF_APP.resident;
  for (const locale of config.locales) {
    const messages = await readCatalogue(locale, config);
    if (firstIds) compareIds(locale, firstIds, messages);
    for (const { part, messages: own } of splitByPart(locale, messages)) {
      if (partsOf(locale).includes(part)) files.set(`${locale}.${part}.ts`, compilePart(locale, own));
    }
    firstIds ??= Object.keys(messages).sort();
  }
  files.set('catalogues.ts', formatCatalogueMap(config.locales, partsOf));
  files.set(
    'catalogues.resident.ts',
    formatCatalogueMap(config.locales, () => PARTS_OF_APP.resident),
  );
  files.set(
    'catalogues.staff.ts',
    formatCatalogueMap(config.locales.slice(0, 1), () => PARTS_OF_APP.staff),
  );
  files.set('message-ids.ts', formatIdType(firstIds ?? []));
  await writeFolder(files);
  return firstIds?.length ?? 0;
}

console.log(`copy: ${await compileCopy()} messages`);
