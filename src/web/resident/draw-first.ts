/*
 * The code that draws is the longest to start. The build puts it with this module into a file of its own
 * (`drawing`), and the first page starts that file and the rest in two tasks, so that a touch waits for one of
 * them at most. A plain re-export would start it only where it is used.
 */
import { createRoot as create, hydrateRoot as hydrate } from 'react-dom/client';

export const createRoot = create;
export const hydrateRoot = hydrate;
