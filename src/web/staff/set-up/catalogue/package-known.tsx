import { useWords } from '../../../copy/words';
import { SelectField } from '../../../ui/select-field/select-field';
import { useFaultAt } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { servicesIn } from './made-requirements';
import type { PackageDraft } from './package-minutes';
import { servicesAsking } from './question-lines';

type KnownDraft = NonNullable<PackageDraft['known']>[number];
type PackageKnownProps = { path: string; pkg: PackageDraft; onChange: (pkg: PackageDraft) => void };

/**
 * Edits the answers that follow from the life event, so that residents are not asked: a birth changes the
 * family card.
 */
export function PackageKnown({ path, pkg, onChange }: PackageKnownProps) {
  const { t } = useWords();
  const { catalogue } = useSetUp().config;
  const { known = [], ...rest } = pkg;
  const members = servicesIn(pkg, catalogue.services);
  const asked = catalogue.questions
    .filter(({ id }) => servicesAsking(catalogue, id).some((service) => members.includes(service)))
    .map(({ id }) => id);
  const open = asked.filter((id) => !known.some(({ question }) => question === id));
  const textOf = (id: string) => catalogue.questions.find((one) => one.id === id)?.text || id;
  const isPossible = known.length + open.length > 0;
  return (
    <Group
      title={t('set-up.package.known')}
      hint={t(isPossible ? 'set-up.package.known.hint' : 'set-up.package.known.none')}
    >
      {isPossible && (
        <div className="set-up-wide">
          <ItemList
            path={`${path}.known`}
            label={t('set-up.package.known')}
            items={known}
            onChange={(next) => onChange(next.length === 0 ? rest : { ...rest, known: next })}
            nameOf={({ question }) => textOf(question)}
            addWords={t('set-up.package.known.add')}
            newItem={open[0] === undefined ? undefined : () => ({ question: open[0] ?? '', is: true })}
          >
            {(one, change, linePath) => (
              <KnownFields
                path={linePath}
                known={one}
                questions={[one.question, ...open].map((id) => ({ value: id, label: textOf(id) }))}
                onChange={change}
              />
            )}
          </ItemList>
        </div>
      )}
    </Group>
  );
}

type KnownFieldsProps = {
  path: string;
  known: KnownDraft;
  questions: readonly { readonly value: string; readonly label: string }[];
  onChange: (known: KnownDraft) => void;
};

function KnownFields({ path, known, questions, onChange }: KnownFieldsProps) {
  const { t } = useWords();
  const error = useFaultAt(`${path}.question`);
  return (
    <div className="set-up-known">
      <SelectField
        id={`${path}.question`}
        label={t('set-up.question.text')}
        error={error}
        choices={questions}
        value={known.question}
        onChange={(question) => onChange({ ...known, question })}
      />
      <SelectField
        id={`${path}.is`}
        label={t('set-up.package.known.answer')}
        choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`set-up.answer.${value}`) }))}
        value={known.is ? 'yes' : 'no'}
        onChange={(value) => onChange({ ...known, is: value === 'yes' })}
      />
    </div>
  );
}
