import { createContext } from 'react';

/** How many choices are on screen at once; all when undefined. */
export const ChoicesPerPage = createContext<number | undefined>(undefined);
