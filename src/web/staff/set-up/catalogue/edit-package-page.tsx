import { useNavigate, useParams } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import { StaffNotFoundPage } from '../../shell/frame/staff-not-found-page';
import { PATHS } from '../../shell/paths';
import { DraftArea, DraftText } from '../draft/draft-fields';
import { ItemPageEnd } from '../draft/item-page-end';
import { removeAt, replaceAt } from '../draft/lists';
import { Group, SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { PackageChoice } from './package-choice';
import { PackageKnown } from './package-known';
import { PackageMade } from './package-made';
import { minutesOfPackage, type PackageDraft } from './package-minutes';

/**
 * Edits one package: its words, the services always done, the services that a question adds, answers already
 * known, and referrals.
 */
export function EditPackagePage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { id } = useParams();
  const { config, changeCatalogue } = useSetUp();
  const { packages, services, referrals } = config.catalogue;
  const place = packages.findIndex((one) => one.id === id);
  const pkg = packages[place];
  if (pkg === undefined) return <StaffNotFoundPage />;
  const path = `catalogue.packages.${place}`;
  const put = (next: PackageDraft) => changeCatalogue({ packages: replaceAt(packages, place, next) });
  const change = (parts: Partial<PackageDraft>) => put({ ...pkg, ...parts });
  const remove = () => {
    changeCatalogue({ packages: removeAt(packages, place) });
    void navigate(`${PATHS.setUp}/paket`);
  };
  return (
    <SectionPage
      section="packages"
      title={pkg.name === '' ? t('set-up.packages.new') : pkg.name}
      back={`${PATHS.setUp}/paket`}
    >
      <Group title={t('set-up.service.facts')}>
        <DraftText
          path={`${path}.name`}
          label={t('set-up.package.name')}
          value={pkg.name}
          onChange={(name) => change({ name })}
        />
        <DraftArea
          path={`${path}.summary`}
          label={t('set-up.service.summary')}
          value={pkg.summary}
          onChange={(summary) => change({ summary })}
        />
      </Group>
      <CheckRows
        id={`${path}.services`}
        label={t('set-up.package.services')}
        hint={t('set-up.package.minutes', { minutes: minutesOfPackage(pkg, services) })}
        choices={services.map(({ id: value, name, agency }) => ({ value, label: name, hint: agency }))}
        values={pkg.services}
        onChange={(chosen) => change({ services: chosen })}
      />
      <PackageChoice path={path} pkg={pkg} onChange={put} />
      <PackageKnown path={path} pkg={pkg} onChange={put} />
      <PackageMade path={path} pkg={pkg} />
      <CheckRows
        id={`${path}.referrals`}
        label={t('set-up.package.referrals')}
        hint={t('set-up.package.referrals.hint')}
        isOptional
        choices={referrals.map(({ id: value, name, agency }) => ({ value, label: name, hint: agency }))}
        values={pkg.referrals}
        onChange={(chosen) => change({ referrals: chosen })}
      />
      <ItemPageEnd
        items={packages}
        place={place}
        onMove={(moved) => changeCatalogue({ packages: moved })}
        onRemove={remove}
        removeWords={t('set-up.packages.remove')}
      />
    </SectionPage>
  );
}
