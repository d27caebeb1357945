import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createCompiledCatalog, getFormat } from '@lingui/cli/api';
import { PARTS, PARTS_OF_APP, type Part } from '../web/copy/parts';

const root = new URL('../../', import.meta.url);
const copyFolder = new URL('src/web/copy/', root);
const compiledFolder = new URL('compiled/', copyFolder);

type CopyConfig = { readonly locales: readonly string[]; readonly formatOptions: Record<string, boolean> };

/** The PO files of a language: `id.po` of the resident app, `staff-id.po` and the like beside it. */
async function listCatalogues(locale: string): Promise<string[]> {
  const names = await readdir(copyFolder);
  return names.filter((name) => name === `${locale}.po` || name.endsWith(`-${locale}.po`)).sort();
}

/** Reads one language; a message without words or said in two files stops the build, which says which it is. */
async function readCatalogue(locale: string, config: CopyConfig): Promise<Record<string, string>> {
  const po = await getFormat('po', config.formatOptions, locale);
  const messages: Record<string, string> = {};
  for (const name of await listCatalogues(locale)) {
    const catalogue = await po.read(new URL(name, copyFolder).pathname, locale);
    for (const [id, message] of Object.entries(catalogue ?? {})) {
      if (!message.translation) throw new Error(`${name}: "${id}" has no words`);
      if (id in messages) throw new Error(`${name}: "${id}" stands in another file too`);
      messages[id] = message.translation;
    }
  }
  return messages;
}

/** Writes only what differs, so that a watcher does not rebuild for nothing, and removes what is no longer made. */
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

function formatCatalogueMap(locales: readonly string[], parts: readonly string[]): string {
  const languages = locales.map((locale) => {
    const lines = parts.map((part) => `    ${JSON.stringify(part)}: () => import('./${locale}.${part}'),`);
    return `  ${locale}: {\n${lines.join('\n')}\n  },`;
  });
  return `/** Fetches one part of one language's words. */\nexport const CATALOGUES = {\n${languages.join('\n')}\n};\n`;
}

/** The words of each part of `PARTS`; an id that none of them holds would never be fetched. */
function splitByPart(locale: string, messages: Readonly<Record<string, string>>) {
  const nameOf = (id: string) => id.slice(0, id.indexOf('.'));
  const known = new Set<string>(Object.values(PARTS).flat());
  const lost = Object.keys(messages).filter((id) => !known.has(nameOf(id)));
  if (lost.length > 0) throw new Error(`${locale}.po: ${lost.join(', ')} is in no part of copy/parts.ts`);
  return Object.entries(PARTS).map(([part, names]) => {
    const held = new Set<string>(names);
    const own = Object.entries(messages).filter(([id]) => held.has(nameOf(id)));
    return { part, messages: Object.fromEntries(own) };
  });
}

function compilePart(locale: string, messages: Record<string, string>): string {
  const { source, errors } = createCompiledCatalog(locale, messages, { strict: true, namespace: 'ts' });
  const [error] = errors;
  if (error)
    throw new Error(`${locale}.po: "${error.id}" is not a valid ICU message: ${error.error.message}`);
  return `${source}\n`;
}

/**
 * Compiles the PO files of src/web/copy to compiled/<locale>.<part>.ts, the list of them to compiled/catalogues.ts (and
 * each app's own list, which its build takes instead), and the ids of the first language to the type `MessageId`, so that a word nobody wrote does not compile.
 */
export async function compileCopy(): Promise<number> {
  const loaded: { default: CopyConfig } = await import(new URL('lingui.config.ts', root).href);
  const config = loaded.default;
  const files = new Map<string, string>();
  let firstIds: string[] | undefined;
  for (const locale of config.locales) {
    const messages = await readCatalogue(locale, config);
    const ids = Object.keys(messages).sort();
    const lacking = firstIds?.filter((id) => !(id in messages)) ?? [];
    if (lacking.length > 0) throw new Error(`${locale}.po lacks ${lacking.join(', ')}`);
    for (const { part, messages: own } of splitByPart(locale, messages)) {
      files.set(`${locale}.${part}.ts`, compilePart(locale, own));
    }
    firstIds ??= ids;
  }
  files.set('catalogues.ts', formatCatalogueMap(config.locales, Object.keys(PARTS)));
  for (const [app, parts] of Object.entries<readonly Part[]>(PARTS_OF_APP)) {
    files.set(`catalogues.${app}.ts`, formatCatalogueMap(config.locales, parts));
  }
  files.set('message-ids.ts', formatIdType(firstIds ?? []));
  await writeFolder(files);
  return firstIds?.length ?? 0;
}

console.log(`copy: ${await compileCopy()} messages`);
