import { useState } from 'react';
import { useWords } from '../../../copy/words';
import { SelectField } from '../../../ui/select-field/select-field';
import { ItemList } from '../draft/item-list';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { type MadeRequirement, madeIn, makersOf, servicesIn, unmadeIn, withMade } from './made-requirements';
import type { PackageDraft } from './package-minutes';

/**
 * Edits the requirements that one service of the package makes: no resident has them beforehand, so they are
 * not asked for.
 */
export function PackageMade({ path, pkg }: { path: string; pkg: PackageDraft }) {
  const { t } = useWords();
  const { config, changeCatalogue } = useSetUp();
  const { services, requirements } = config.catalogue;
  // Keeps a row in its place while its requirement is chosen.
  const [order, setOrder] = useState<readonly string[]>([]);
  const members = servicesIn(pkg, services);
  const place = ({ requirement }: MadeRequirement) =>
    order.includes(requirement) ? order.indexOf(requirement) : order.length;
  const made = madeIn(members).sort((a, b) => place(a) - place(b));
  const unmade = requirements.filter(({ id }) => unmadeIn(members).includes(id)).map(({ id }) => id);
  const nameOf = (requirement: string) =>
    requirements.find(({ id }) => id === requirement)?.name ?? requirement;
  const change = (next: readonly MadeRequirement[]) => {
    setOrder(next.map(({ requirement }) => requirement));
    changeCatalogue({ services: [...withMade(services, members, made, next)] });
  };
  const lineOf = (requirement: string): MadeRequirement => ({
    requirement,
    maker: makersOf(requirement, members)[0]?.id ?? '',
  });
  const isPossible = made.length + unmade.length > 0;
  return (
    <Group
      title={t('set-up.package.made')}
      hint={t(isPossible ? 'set-up.package.made.hint' : 'set-up.package.made.none')}
    >
      {isPossible && (
        <div className="set-up-wide">
          <ItemList
            path={`${path}.made`}
            label={t('set-up.package.made')}
            items={made}
            onChange={change}
            nameOf={({ requirement }) => nameOf(requirement)}
            addWords={t('set-up.package.made.add')}
            newItem={unmade[0] === undefined ? undefined : () => lineOf(unmade[0] ?? '')}
          >
            {(one, changeOne, linePath) => (
              <>
                <SelectField
                  id={`${linePath}.requirement`}
                  label={t('set-up.requirements.requirement')}
                  choices={[one.requirement, ...unmade].map((id) => ({ value: id, label: nameOf(id) }))}
                  value={one.requirement}
                  onChange={(requirement) => changeOne(lineOf(requirement))}
                />
                <SelectField
                  id={`${linePath}.maker`}
                  label={t('set-up.requirements.madeBy')}
                  choices={makersOf(one.requirement, members).map(({ id, name }) => ({
                    value: id,
                    label: name,
                  }))}
                  value={one.maker}
                  onChange={(maker) => changeOne({ ...one, maker })}
                />
              </>
            )}
          </ItemList>
        </div>
      )}
    </Group>
  );
}
