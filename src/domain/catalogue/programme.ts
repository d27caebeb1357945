/** Id of who brings services to homes, e.g. `nasi-ketan`. */
export type ProgrammeId = string & { readonly __brand: 'ProgrammeId' };
