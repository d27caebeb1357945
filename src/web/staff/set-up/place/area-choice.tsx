import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import { Expander } from '../../../ui/expander/expander';
import { useStaff } from '../../shell/session/staff-context';
import { type District, districtsOf } from './area-names';

type AreaChoiceProps = {
  path: string;
  /** Codes of whole kecamatan and of single kelurahan. */
  areas: readonly string[];
  onChange: (areas: string[]) => void;
};

/** Chooses where a unit goes: whole kecamatan, or single kelurahan of the other kecamatan. */
export function AreaChoice({ path, areas, onChange }: AreaChoiceProps) {
  const { t } = useWords();
  const { city } = useStaff();
  const districts = districtsOf(city);
  const parts = districts.filter(({ code }) => !areas.includes(code));
  const hasParts = areas.some((code) => !districts.some((district) => district.code === code));
  const changeDistricts = (codes: string[]) => {
    const single = areas.filter((code) => !districts.some((district) => district.code === code));
    // A kelurahan within a chosen kecamatan would be listed twice.
    const rest = single.filter((code) => !codes.some((whole) => code.startsWith(`${whole}.`)));
    onChange([...codes, ...rest]);
  };
  return (
    <div className="set-up-wide set-up-areas">
      <CheckRows
        id={`${path}.areas`}
        label={t('set-up.rota.districts')}
        choices={districts.map(({ code, name }) => ({ value: code, label: name }))}
        values={areas}
        onChange={changeDistricts}
      />
      {parts.length > 0 && (
        <Expander summary={t('set-up.rota.single')} isOpen={hasParts}>
          {parts.map((district) => (
            <DistrictParts
              key={district.code}
              path={path}
              district={district}
              areas={areas}
              onChange={onChange}
            />
          ))}
        </Expander>
      )}
    </div>
  );
}

function DistrictParts({ path, district, areas, onChange }: AreaChoiceProps & { district: District }) {
  return (
    <CheckRows
      id={`${path}.${district.code}`}
      label={district.name}
      choices={district.areas.map(({ code, name }) => ({ value: code, label: name }))}
      values={areas}
      onChange={(codes) =>
        onChange([...areas.filter((code) => !code.startsWith(`${district.code}.`)), ...codes])
      }
    />
  );
}
