import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createCompiledCatalog, getFormat } from '@lingui/cli/api';

const root = new URL('../../', import.meta.url);
const copyFolder = new URL('src/web/copy/', root);
const compiledFolder = new URL('compiled/', copyFolder);

type CopyConfig = { readonly locales: readonly string[]; readonly formatOptions: Record<string, boolean> };

/** Reads one PO catalogue; every message must have words, or the build stops and says which has none. */
async function readCatalogue(locale: string, config: CopyConfig): Promise<Record<string, string>> {
  const po = await getFormat('po', config.formatOptions, locale);
  const catalogue = await po.read(new URL(`${locale}.po`, copyFolder).pathname, locale);
  const messages: Record<string, string> = {};
  for (const [id, message] of Object.entries(catalogue ?? {})) {
    if (!message.translation) throw new Error(`${locale}.po: "${id}" has no words`);
    messages[id] = message.translation;
  }
  return messages;
}

/** Writes only what differs, so that a watcher does not rebuild for nothing. */
async function writeIfChanged(name: string, text: string): Promise<void> {
  const file = new URL(name, compiledFolder);
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before !== text) await writeFile(file, text);
}

function formatIdType(ids: readonly string[]): string {
  const lines = ids.map((id) => `  | ${JSON.stringify(id)}`);
  return `/** Every id of id.po. */\nexport type MessageId =\n${lines.join('\n')};\n`;
}

/**
 * Compiles src/web/copy/<locale>.po to compiled/<locale>.ts, and the ids of the first language to the type
 * `MessageId`, so that a word nobody wrote does not compile.
 */
export async function compileCopy(): Promise<number> {
  const loaded: { default: CopyConfig } = await import(new URL('lingui.config.ts', root).href);
  const config = loaded.default;
  await mkdir(compiledFolder, { recursive: true });
  let firstIds: string[] | undefined;
  for (const locale of config.locales) {
    const messages = await readCatalogue(locale, config);
    const ids = Object.keys(messages).sort();
    const lacking = firstIds?.filter((id) => !(id in messages)) ?? [];
    if (lacking.length > 0) throw new Error(`${locale}.po lacks ${lacking.join(', ')}`);
    const { source, errors } = createCompiledCatalog(locale, messages, { strict: true, namespace: 'ts' });
    const [error] = errors;
    if (error)
      throw new Error(`${locale}.po: "${error.id}" is not a valid ICU message: ${error.error.message}`);
    await writeIfChanged(`${locale}.ts`, `${source}\n`);
    firstIds ??= ids;
  }
  await writeIfChanged('message-ids.ts', formatIdType(firstIds ?? []));
  return firstIds?.length ?? 0;
}

console.log(`copy: ${await compileCopy()} messages`);
