import { useNavigate } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { PATHS } from '../../shell/paths';
import { newId } from '../draft/lists';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';

/** Lists the services that no visit gives; each says where to go instead. */
export function ReferralsPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { config, changeCatalogue } = useSetUp();
  const { referrals } = config.catalogue;
  const add = () => {
    const id = newId('rujukan');
    changeCatalogue({
      referrals: [...referrals, { id, name: '', agency: '', whereToGo: '', searchWords: [] }],
    });
    void navigate(`${PATHS.setUp}/rujukan/${id}`);
  };
  return (
    <SectionPage section="referrals">
      {referrals.length === 0 && <p className="set-up-soft">{t('set-up.none')}</p>}
      <LinkRows
        rows={referrals.map(({ id, name, agency }) => ({
          to: `${PATHS.setUp}/rujukan/${id}`,
          title: name === '' ? t('set-up.referrals.new') : name,
          hint: agency === name ? undefined : agency,
        }))}
      />
      <div>
        <Button variant="quiet" icon="plus" onClick={add}>
          {t('set-up.referrals.add')}
        </Button>
      </div>
    </SectionPage>
  );
}
