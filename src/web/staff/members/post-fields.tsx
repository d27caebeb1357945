import type { AreaCode } from '../../../domain/city/city';
import { STAFF_ROLES, type StaffRole } from '../../../domain/staff/role';
import { useWords } from '../../copy/words';
import { CheckRows, RadioRows } from '../../ui/choice-rows/choice-rows';
import { useStaff } from '../shell/session/staff-context';

export const POST_FIELD_IDS = { role: 'member-role', unit: 'member-unit', areas: 'member-areas' } as const;

/** A member's role, and where they work. */
export type StaffPlace = {
  readonly role: StaffRole | undefined;
  readonly unit: string | undefined;
  readonly areas: readonly AreaCode[];
};

type PostFieldsProps = {
  place: StaffPlace;
  onChange: (place: StaffPlace) => void;
  errorOf: (fieldId: string) => string | undefined;
};

/** Asks for the role, and for a crew's unit or a kelurahan officer's areas. */
export function PostFields({ place, onChange, errorOf }: PostFieldsProps) {
  const { t } = useWords();
  const { city } = useStaff();
  return (
    <>
      <RadioRows
        id={POST_FIELD_IDS.role}
        label={t('members.role')}
        error={errorOf(POST_FIELD_IDS.role)}
        choices={STAFF_ROLES.map((role) => ({
          value: role,
          label: t(`staff.role.${role}`),
          hint: t(`members.role.${role}`),
        }))}
        value={place.role}
        onChange={(role) => onChange({ ...place, role })}
      />
      {place.role === 'crew' && (
        <RadioRows
          id={POST_FIELD_IDS.unit}
          label={t('members.unit')}
          error={errorOf(POST_FIELD_IDS.unit)}
          choices={city.settings.units.map(({ id, name }) => ({ value: id, label: name }))}
          value={place.unit}
          onChange={(unit) => onChange({ ...place, unit })}
        />
      )}
      {place.role === 'kelurahan' && (
        <CheckRows
          id={POST_FIELD_IDS.areas}
          label={t('members.areas')}
          hint={t('members.areas.hint')}
          error={errorOf(POST_FIELD_IDS.areas)}
          choices={city.areas.map(({ code, kelurahan, kecamatan }) => ({
            value: code,
            label: kelurahan,
            hint: kecamatan,
          }))}
          values={place.areas}
          onChange={(areas) => onChange({ ...place, areas })}
        />
      )}
    </>
  );
}

/** Returns only what belongs to the role: a coordinator has no unit, whatever was chosen before. */
export function placeForRole({ role, unit, areas }: StaffPlace) {
  return {
    ...(role === 'crew' && unit !== undefined ? { unit } : {}),
    areas: role === 'kelurahan' ? [...areas] : [],
  };
}

/** Returns the fields that are still missing. */
export function findMissing({ role, unit, areas }: StaffPlace): readonly (keyof typeof POST_FIELD_IDS)[] {
  if (role === undefined) return ['role'];
  if (role === 'crew' && unit === undefined) return ['unit'];
  return role === 'kelurahan' && areas.length === 0 ? ['areas'] : [];
}
