import type { Catalogue, Service, ServiceRequirement } from '../../../domain/catalogue/service';
import { useWords } from '../../copy/words';
import { Notice } from '../../ui/notice/notice';
import { keepWhole } from '../../ui/whole-words/whole-words';
import { usePhone } from '../shell/phone/phone-context';

function RequirementRow({ line, catalogue }: { line: ServiceRequirement; catalogue: Catalogue }) {
  const { t } = useWords();
  const requirement = catalogue.requirements.find((one) => one.id === line.requirement);
  if (!requirement) return null;
  const condition = line.when;
  const question = catalogue.questions.find((one) => one.id === condition?.question);
  // The note of a form already says how to fill it in.
  const saysHow = requirement.kind === 'form' && requirement.note !== undefined;
  return (
    <li>
      {keepWhole(requirement.name)}{' '}
      {!saysHow && <span className="services__soft">({t(`services.kind.${requirement.kind}`)})</span>}
      {question && (
        <span className="services__note">
          {t(condition?.is === true ? 'services.ifYes' : 'services.ifNo', { question: question.text })}
        </span>
      )}
      {requirement.note !== undefined && (
        <span className="services__note">{keepWhole(requirement.note)}</span>
      )}
    </li>
  );
}

/** Shows the six parts of the published standard of service, then what else a household needs to know. */
export function ServiceParts({ service }: { service: Service }) {
  const { t } = useWords();
  const { catalogue } = usePhone().city;
  const { persyaratan, prosedur, jangkaWaktu, biaya, produk, pengaduan } = service.standard;
  return (
    <>
      {service.present !== 'no' && (
        <Notice kind="warning">
          {t(service.present === 'yes' ? 'services.present.yes' : 'services.present.to-confirm')}
        </Notice>
      )}
      {service.ownPhone && <Notice kind="info">{t('services.ownPhone')}</Notice>}
      <section className="services__part">
        <h2>{t('services.part.requirements')}</h2>
        <ul className="services__bullets">
          {persyaratan.map((line) => (
            <RequirementRow
              key={`${line.requirement} ${line.when?.question} ${line.when?.is}`}
              line={line}
              catalogue={catalogue}
            />
          ))}
        </ul>
      </section>
      <section className="services__part">
        <h2>{t('services.part.procedure')}</h2>
        <ol className="services__steps">
          {prosedur.map((step) => (
            <li key={step}>{keepWhole(step)}</li>
          ))}
        </ol>
      </section>
      <dl className="services__facts">
        {[
          [t('services.part.duration'), jangkaWaktu],
          [t('services.part.fee'), biaya],
          [t('services.part.product'), produk],
          [t('services.part.complaints'), pengaduan],
        ].map(([label, text]) => (
          <div className="services__part" key={label}>
            <dt>{label}</dt>
            <dd>{keepWhole(text)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
