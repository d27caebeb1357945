import { useWords } from '../../../copy/words';
import { SelectField } from '../../../ui/select-field/select-field';
import { useFaultAt } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { withText } from '../draft/lists';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import type { RequirementLineDraft, ServiceDraft, ServicePartProps } from './blank-service';

/** Edits the requirements of a service, each asked for always or by the answer to a question. */
export function RequirementLines({ service, onChange, path }: ServicePartProps) {
  const { t } = useWords();
  const { config } = useSetUp();
  const { requirements, services } = config.catalogue;
  const { standard } = service;
  const makers = services.filter(({ id }) => id !== service.id);
  return (
    <Group title={t('set-up.standard.persyaratan')} hint={t('set-up.standard.persyaratan.hint')}>
      <div className="set-up-wide">
        <ItemList
          path={`${path}.standard.persyaratan`}
          label={t('set-up.standard.persyaratan')}
          items={standard.persyaratan}
          onChange={(persyaratan) => onChange({ ...service, standard: { ...standard, persyaratan } })}
          nameOf={({ requirement }) => requirements.find(({ id }) => id === requirement)?.name ?? requirement}
          addWords={t('set-up.requirements.addLine')}
          newItem={(): RequirementLineDraft => ({ requirement: requirements[0]?.id ?? '' })}
        >
          {(line, change, linePath) => (
            <LineFields line={line} onChange={change} path={linePath} makers={makers} />
          )}
        </ItemList>
      </div>
    </Group>
  );
}

type LineFieldsProps = {
  line: RequirementLineDraft;
  onChange: (line: RequirementLineDraft) => void;
  path: string;
  /** The other services. */
  makers: readonly ServiceDraft[];
};

function LineFields({ line, onChange, path, makers }: LineFieldsProps) {
  const { t } = useWords();
  const { config } = useSetUp();
  const { requirements, questions } = config.catalogue;
  const error = useFaultAt(`${path}.requirement`);
  const makerError = useFaultAt(`${path}.madeBy`);
  const { madeBy = '' } = line;
  // A removed service stays visible until another is chosen.
  const lost =
    madeBy === '' || makers.some(({ id }) => id === madeBy) ? [] : [{ value: madeBy, label: madeBy }];
  const conditions = questions.flatMap(({ id, text }) => [
    { value: `when ${id} yes`, label: t('set-up.requirements.whenYes', { question: text }) },
    { value: `when ${id} no`, label: t('set-up.requirements.whenNo', { question: text }) },
    { value: `unless ${id} yes`, label: t('set-up.requirements.unlessYes', { question: text }) },
    { value: `unless ${id} no`, label: t('set-up.requirements.unlessNo', { question: text }) },
  ]);
  return (
    <>
      <SelectField
        id={`${path}.requirement`}
        label={t('set-up.requirements.requirement')}
        error={error}
        choices={requirements.map(({ id, name }) => ({ value: id, label: name }))}
        value={line.requirement}
        onChange={(requirement) => onChange({ ...line, requirement })}
      />
      <SelectField
        id={`${path}.condition`}
        label={t('set-up.requirements.condition')}
        choices={[{ value: '', label: t('set-up.requirements.always') }, ...conditions]}
        value={conditionOf(line)}
        onChange={(condition) => onChange(withCondition(line, condition))}
      />
      <SelectField
        id={`${path}.madeBy`}
        label={t('set-up.requirements.madeByOther')}
        error={makerError}
        choices={[
          { value: '', label: t('set-up.answer.no') },
          ...makers.map(({ id, name }) => ({ value: id, label: name })),
          ...lost,
        ]}
        value={madeBy}
        onChange={(maker) => onChange(withText(line, 'madeBy', maker))}
      />
    </>
  );
}

function conditionOf({ when, unless }: RequirementLineDraft): string {
  const asked = when ?? unless;
  if (asked === undefined) return '';
  return `${when === undefined ? 'unless' : 'when'} ${asked.question} ${asked.is ? 'yes' : 'no'}`;
}

function withCondition(
  { when: _, unless: __, ...line }: RequirementLineDraft,
  condition: string,
): RequirementLineDraft {
  const [kind, question, answer] = condition.split(' ');
  if (question === undefined) return line;
  const asked = { question, is: answer === 'yes' };
  return kind === 'when' ? { ...line, when: asked } : { ...line, unless: asked };
}
