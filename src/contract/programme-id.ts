import * as v from 'valibot';
import type { ProgrammeId } from '../domain/catalogue/programme';

export const programmeId = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  v.transform((text) => text as ProgrammeId),
);

/** Programmes in the query of an address, comma separated; none: any unit will do. */
export const programmeList = v.pipe(
  v.string(),
  v.maxLength(400),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*)*$/),
);

/** The programmes of such a list. */
export function programmesIn(list: string | undefined): readonly ProgrammeId[] {
  return list === undefined ? [] : (list.split(',') as ProgrammeId[]);
}
