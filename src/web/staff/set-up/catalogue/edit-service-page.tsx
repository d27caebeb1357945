import { useNavigate, useParams } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { StaffNotFoundPage } from '../../shell/frame/staff-not-found-page';
import { PATHS } from '../../shell/paths';
import { SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { AtOfficeFields } from './at-office-fields';
import { type ServicePartProps, withoutService } from './blank-service';
import { RequirementLines } from './requirement-lines';
import { ServiceFacts } from './service-facts';
import { ServiceStandard } from './service-standard';

/** Edits one service: its facts and the six published parts of its standard. */
export function EditServicePage() {
  const { t } = useWords();
  const navigate = useNavigate();
  const { id } = useParams();
  const { config, changeCatalogue } = useSetUp();
  const { services } = config.catalogue;
  const place = services.findIndex((one) => one.id === id);
  const service = services[place];
  if (service === undefined) return <StaffNotFoundPage />;
  const part: ServicePartProps = {
    service,
    onChange: (next) => changeCatalogue({ services: services.map((one) => (one === service ? next : one)) }),
    path: `catalogue.services.${place}`,
  };
  const remove = () => {
    changeCatalogue(withoutService(config.catalogue, service.id));
    void navigate(`${PATHS.setUp}/layanan`);
  };
  return (
    <SectionPage
      section="services"
      title={service.name === '' ? t('set-up.services.new') : service.name}
      back={`${PATHS.setUp}/layanan`}
    >
      <ServiceFacts {...part} />
      <AtOfficeFields entry={service} onChange={part.onChange} path={part.path} />
      <RequirementLines {...part} />
      <ServiceStandard {...part} />
      <div>
        <Button variant="quiet" icon="trash" onClick={remove}>
          {t('set-up.services.remove')}
        </Button>
      </div>
    </SectionPage>
  );
}
