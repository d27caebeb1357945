/** Id of a programme, the line that brings services to homes, e.g. `nasi-ketan`. */
export type ProgrammeId = string & { readonly __brand: 'ProgrammeId' };
