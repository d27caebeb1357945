import { useNavigate } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { LinkRows } from '../../../ui/link-rows/link-rows';
import { PATHS } from '../../shell/paths';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { blankService } from './blank-service';

/** Lists all bookable services, each with its own page, and links to the requirements they share. */
export function ServicesPage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { config, changeCatalogue } = useSetUp();
  const { services, requirements } = config.catalogue;
  const add = () => {
    const service = blankService(services);
    changeCatalogue({ services: [...services, service] });
    void navigate(`${PATHS.setUp}/layanan/${service.id}`);
  };
  return (
    <SectionPage section="services">
      <LinkRows
        rows={services.map(({ id, name, minutes, agency }) => ({
          to: `${PATHS.setUp}/layanan/${id}`,
          title: name === '' ? t('set-up.services.new') : name,
          hint: `${t('set-up.minutes', { minutes: Math.max(0, minutes) })}, ${agency}`,
        }))}
      />
      <div>
        <Button variant="quiet" icon="plus" onClick={add}>
          {t('set-up.services.add')}
        </Button>
      </div>
      <LinkRows
        rows={[
          {
            to: `${PATHS.setUp}/layanan/syarat`,
            title: t('set-up.requirements'),
            hint: t('set-up.requirements.count', { count: requirements.length }),
            icon: 'document',
          },
        ]}
      />
    </SectionPage>
  );
}
