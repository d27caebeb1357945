import type { Example } from '../../web/ui/example';

/** An examples file: each of its exports is a list of examples. */
type ExamplesFile = Readonly<Record<string, readonly Example[]>>;

const files = import.meta.glob<ExamplesFile>('../../web/ui/**/*.examples.tsx');

const loaders = new Map(
  Object.entries(files).map(([path, load]) => [path.replace(/^.*\/|\.examples\.tsx$/g, ''), load] as const),
);

/** Every component of src/web/ui that has examples, by its file name. */
export const components: readonly string[] = [...loaders.keys()].sort();

/** Loads the examples of one component; empty where there is no such component. */
export async function loadExamples(component: string): Promise<readonly Example[]> {
  const file = await loaders.get(component)?.();
  return file ? Object.values(file).flat() : [];
}
