import type { Look } from './looks';

/** Returns the address of a frame that shows one example, or every example in turn where none is named. */
export function frameAddress(
  look: Look,
  example?: { readonly component: string; readonly name: string },
): string {
  const address = new URLSearchParams(
    example ? { component: example.component, example: example.name, ...look } : { ...look },
  );
  return `frame.html?${address}`;
}
