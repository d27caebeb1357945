import { GENERATION_HEADER } from '../../contract/generation';
import type { PhoneStore } from '../store/engine/phone-store';
import type { GenerationRow } from '../store/engine/rows';

/** The generation of the server's database as this phone last heard of it. */
export async function readGeneration(store: PhoneStore): Promise<GenerationRow | undefined> {
  const row = await store.meta.get('generation');
  return row?.key === 'generation' ? row : undefined;
}

/** The header by which a request names the generation that its sender knows, if it knows one. */
export function generationHeader(id: string | undefined): Readonly<Record<string, string>> {
  return id === undefined ? {} : { [GENERATION_HEADER]: id };
}
