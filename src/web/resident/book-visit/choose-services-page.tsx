import { useState } from 'react';
import { chosenServices } from '../../../domain/booking/request-draft';
import { splitVisits } from '../../../domain/booking/split-visits';
import type { PackageId, ServiceId, ServicePackage } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { CheckRows, RadioRows } from '../../ui/choice-rows/choice-rows';
import { usePhone } from '../shell/phone/phone-context';
import { QuestionPage } from './question-page';
import type { Form } from './use-draft';
import { useQuestion } from './use-question';
import { VisitsApart } from './visits-apart';

const NO_PACKAGE = 'sendiri';

export function ChooseServicesPage({ form }: { form: Form }) {
  const { t } = useWords();
  const { city } = usePhone();
  const question = useQuestion(form, 'layanan');
  const { draft, change } = form;
  const { packages, services } = city.catalogue;
  const parts = splitVisits(city, chosenServices(draft, city.catalogue), draft.area);
  const pkg = packages.find((candidate) => candidate.id === draft.packageId);
  const inPackage = new Set(
    chosenServices({ ...draft, services: [] }, city.catalogue).map((service) => service.id),
  );
  const [isOwn, setIsOwn] = useState(draft.services.length > 0);
  const packageChoices: { value: string; label: string; hint: string }[] = packages.map((candidate) => ({
    value: candidate.id,
    label: candidate.name,
    hint: candidate.summary,
  }));
  return (
    <QuestionPage question={question} heading={t('booking.services')} lead={t('booking.services.lead')}>
      {parts.length > 0 && <VisitsApart parts={parts} form={form} />}
      {question.shows('packageId') && (
        <RadioRows
          id="packageId"
          label={t('booking.services.package')}
          choices={[
            ...packageChoices,
            { value: NO_PACKAGE, label: t('booking.services.own'), hint: t('booking.services.own.hint') },
          ]}
          value={pkg?.id ?? (isOwn ? NO_PACKAGE : undefined)}
          onChange={(value) => {
            setIsOwn(value === NO_PACKAGE);
            change({
              packageId: value === NO_PACKAGE ? undefined : (value as PackageId),
              packageOption: undefined,
            });
          }}
        />
      )}
      {pkg?.choice && question.shows('packageOption') && (
        <PackageChoice
          choice={pkg.choice}
          value={draft.packageOption}
          error={question.errorOf('packageOption')}
          onChange={(packageOption) => change({ packageOption })}
        />
      )}
      {question.shows('services') && (
        <CheckRows
          id="services"
          label={t(pkg ? 'booking.services.more' : 'booking.services.single')}
          error={question.errorOf('services')}
          isOptional={pkg !== undefined}
          choices={services
            .filter((service) => !inPackage.has(service.id))
            .map((service) => ({ value: service.id, label: service.name, hint: service.summary }))}
          values={draft.services}
          onChange={(chosen) => {
            setIsOwn(true);
            change({ services: chosen });
          }}
        />
      )}
    </QuestionPage>
  );
}

type PackageChoiceProps = {
  choice: NonNullable<ServicePackage['choice']>;
  value: ServiceId | undefined;
  error: string | undefined;
  onChange: (value: ServiceId) => void;
};

function PackageChoice({ choice, value, error, onChange }: PackageChoiceProps) {
  return (
    <RadioRows
      id="packageOption"
      label={choice.text}
      error={error}
      choices={choice.options.map((option) => ({ value: option.service, label: option.label }))}
      value={value}
      onChange={onChange}
    />
  );
}
