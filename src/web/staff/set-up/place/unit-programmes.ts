import type { SettingsDraft } from '../draft/config-draft';

type UnitDraft = SettingsDraft['units'][number];
type ProgrammeDraft = NonNullable<SettingsDraft['programmes']>[number];

/** The programmes that a unit serves: those it names, all where it names none. */
export function programmesOfUnit(
  { programmes }: UnitDraft,
  all: readonly ProgrammeDraft[],
): readonly string[] {
  return programmes ?? all.map(({ id }) => id);
}

/** The unit serving `ids`. With every programme ticked it names none, so that it serves one that is added later too. */
export function serveProgrammes(
  { programmes: _, ...unit }: UnitDraft,
  ids: readonly string[],
  all: readonly ProgrammeDraft[],
): UnitDraft {
  return all.every(({ id }) => ids.includes(id)) ? unit : { ...unit, programmes: [...ids] };
}

/** The settings without a programme: no unit names it any more. Its services go on naming it, which is found as a fault. */
export function withoutProgramme(
  { programmes = [], units }: SettingsDraft,
  id: string,
): Pick<SettingsDraft, 'programmes' | 'units'> {
  return {
    programmes: programmes.filter((programme) => programme.id !== id),
    units: units.map((unit) =>
      unit.programmes === undefined
        ? unit
        : { ...unit, programmes: unit.programmes.filter((programme) => programme !== id) },
    ),
  };
}
