import { useState } from 'react';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { SelectField } from '../../../ui/select-field/select-field';
import { useFaultAt } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import type { RequirementLineDraft, ServiceDraft } from './blank-service';
import {
  DEPENDENCES,
  dependenceOf,
  linesOfQuestion,
  servicesAsking,
  withDependence,
  withRequirementLines,
} from './question-lines';

/** Edits what a question decides: for each service that asks it, the requirements by answer. */
export function QuestionRequirements({ question }: { question: string }) {
  const { t } = useWords();
  const { config, changeCatalogue } = useSetUp();
  const { services, requirements } = config.catalogue;
  const asking = services.filter((service) => linesOfQuestion(service, question).length > 0);
  const newLine = (): RequirementLineDraft => ({
    requirement: requirements[0]?.id ?? '',
    when: { question, is: true },
  });
  const add = (service: ServiceDraft) => {
    const persyaratan = [...service.standard.persyaratan, newLine()];
    changeCatalogue({ services: withRequirementLines(services, service, persyaratan) });
  };
  return (
    <>
      {asking.map((service) => (
        <ServiceRequirements key={service.id} service={service} question={question} newLine={newLine} />
      ))}
      <AddService
        services={services.filter((service) => !asking.includes(service))}
        hint={
          servicesAsking(config.catalogue, question).length === 0 ? t('set-up.questions.unused') : undefined
        }
        onAdd={add}
      />
    </>
  );
}

type ServiceRequirementsProps = {
  service: ServiceDraft;
  question: string;
  newLine: () => RequirementLineDraft;
};

function ServiceRequirements({ service, question, newLine }: ServiceRequirementsProps) {
  const { t } = useWords();
  const { config, changeCatalogue } = useSetUp();
  const { services, requirements } = config.catalogue;
  const { persyaratan } = service.standard;
  const own = linesOfQuestion(service, question);
  const change = (next: RequirementLineDraft[]) =>
    changeCatalogue({ services: withRequirementLines(services, service, next) });
  const replace = (lines: readonly RequirementLineDraft[]) => {
    const added = lines.slice(own.length);
    const kept = persyaratan.map((line, at) => lines[own.findIndex(({ place }) => place === at)] ?? line);
    change([...kept, ...added]);
  };
  const nameOf = ({ requirement }: RequirementLineDraft) =>
    requirements.find(({ id }) => id === requirement)?.name ?? requirement;
  const title = t('set-up.question.requirementsOf', { service: service.name });
  return (
    <Group title={title}>
      <div className="set-up-wide">
        <ItemList
          path={`catalogue.services.${services.indexOf(service)}.standard.persyaratan`}
          label={title}
          items={own.map(({ line }) => line)}
          placeOf={(index) => own[index]?.place ?? persyaratan.length}
          onChange={replace}
          onRemove={(removed) => change(persyaratan.filter((line) => line !== removed))}
          nameOf={nameOf}
          addWords={t('set-up.requirements.addLine')}
          newItem={newLine}
        >
          {(line, changeLine, path) => (
            <LineFields line={line} question={question} onChange={changeLine} path={path} />
          )}
        </ItemList>
      </div>
    </Group>
  );
}

type LineFieldsProps = {
  line: RequirementLineDraft;
  question: string;
  onChange: (line: RequirementLineDraft) => void;
  path: string;
};

function LineFields({ line, question, onChange, path }: LineFieldsProps) {
  const { t } = useWords();
  const { config } = useSetUp();
  const error = useFaultAt(`${path}.requirement`);
  return (
    <>
      <SelectField
        id={`${path}.condition`}
        label={t('set-up.question.answer')}
        choices={DEPENDENCES.map((value) => ({ value, label: t(`set-up.question.${value}`) }))}
        value={dependenceOf(line, question)}
        onChange={(to) => onChange(withDependence(line, question, to))}
      />
      <SelectField
        id={`${path}.requirement`}
        label={t('set-up.requirements.requirement')}
        error={error}
        choices={config.catalogue.requirements.map(({ id, name }) => ({ value: id, label: name }))}
        value={line.requirement}
        onChange={(requirement) => onChange({ ...line, requirement })}
      />
    </>
  );
}

type AddServiceProps = {
  services: readonly ServiceDraft[];
  hint: string | undefined;
  onAdd: (service: ServiceDraft) => void;
};

function AddService({ services, hint, onAdd }: AddServiceProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState('');
  const service = services.find(({ id }) => id === chosen) ?? services[0];
  if (service === undefined) return null;
  return (
    <Group title={t('set-up.question.services')} {...(hint === undefined ? {} : { hint })}>
      <SelectField
        id="ask-by"
        label={t('set-up.question.service')}
        choices={services.map(({ id, name }) => ({ value: id, label: name }))}
        value={service.id}
        onChange={setChosen}
      />
      <div className="set-up-wide">
        <Button variant="quiet" icon="plus" onClick={() => onAdd(service)}>
          {t('set-up.question.addService')}
        </Button>
      </div>
    </Group>
  );
}
