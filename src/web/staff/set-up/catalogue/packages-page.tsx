import { useNavigate } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { PATHS } from '../../shell/paths';
import { newId } from '../draft/lists';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import type { PackageDraft } from './package-minutes';

/** Lists the packages in the order in which residents see them, each with its own page. */
export function PackagesPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { config, changeCatalogue } = useSetUp();
  const { packages } = config.catalogue;
  const add = () => {
    const added: PackageDraft = {
      id: newId('paket'),
      name: '',
      summary: '',
      services: [],
      referrals: [],
    };
    changeCatalogue({ packages: [...packages, added] });
    void navigate(`${PATHS.setUp}/paket/${added.id}`);
  };
  return (
    <SectionPage section="packages">
      {packages.length === 0 && <p className="set-up-soft">{t('set-up.none')}</p>}
      <LinkRows
        rows={packages.map(({ id, name, summary }) => ({
          to: `${PATHS.setUp}/paket/${id}`,
          title: name === '' ? t('set-up.packages.new') : name,
          hint: summary,
        }))}
      />
      <div>
        <Button variant="quiet" icon="plus" onClick={add}>
          {t('set-up.packages.add')}
        </Button>
      </div>
    </SectionPage>
  );
}
