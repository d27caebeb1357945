import { createContext } from 'react';

/** How many choices stand on screen at once; all of them where nothing is given. */
export const ChoicesPerPage = createContext<number | undefined>(undefined);
