import type { SettingsDraft } from '../draft/config-draft';

type UnitDraft = SettingsDraft['units'][number];
type ProgrammeDraft = NonNullable<SettingsDraft['programmes']>[number];

/** Returns the programmes that a unit serves: those it names, or all when it names none. */
export function programmesOfUnit(
  { programmes }: UnitDraft,
  all: readonly ProgrammeDraft[],
): readonly string[] {
  return programmes ?? all.map(({ id }) => id);
}

/**
 * Returns the unit serving `ids`. With every programme ticked the unit names none, so that it also serves
 * programmes added later.
 */
export function serveProgrammes(
  { programmes: _, ...unit }: UnitDraft,
  ids: readonly string[],
  all: readonly ProgrammeDraft[],
): UnitDraft {
  return all.every(({ id }) => ids.includes(id)) ? unit : { ...unit, programmes: [...ids] };
}

/**
 * Returns the settings without a programme, which no unit names any more. Its services still name it, and the
 * check reports that fault.
 */
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
