import * as v from 'valibot';
import type { ProgrammeId } from '../domain/catalogue/programme';

export const programmeId = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  v.transform((text) => text as ProgrammeId),
);

/** Programmes in a query, comma separated; without any, every unit will do. */
export const programmeList = v.pipe(
  v.string(),
  v.maxLength(400),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*(,[a-z0-9]+(-[a-z0-9]+)*)*$/),
);

/** Returns the programmes in a list of this form. */
export function programmesIn(list: string | undefined): readonly ProgrammeId[] {
  return list === undefined ? [] : (list.split(',') as ProgrammeId[]);
}
