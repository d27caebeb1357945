import type { VisitPart } from '../../../domain/booking/split-visits';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { usePhone } from '../shell/phone/phone-context';
import type { Form } from './use-draft';

/**
 * Shown when no one unit may do all the services: lists the visits they make and lets the resident continue
 * with one of them.
 */
export function VisitsApart({ parts, form }: { parts: readonly VisitPart[]; form: Form }) {
  const { t } = useWords();
  const { settings, catalogue } = usePhone().city;
  const pkg = catalogue.packages.find(({ id }) => id === form.draft.packageId);
  const keep = ({ services }: VisitPart) => {
    const ids = services.map(({ id }) => id);
    // A package whose services are all in this visit stays; any other is removed, with the option only that
    // package asked for.
    if (pkg?.services.every((id) => ids.includes(id)) === true) {
      form.change({ services: form.draft.services.filter((id) => ids.includes(id)) });
    } else form.change({ services: ids, packageId: undefined, packageOption: undefined });
  };
  return (
    <Notice kind="warning" title={t('booking.apart')} isLive>
      <p>{t('booking.apart.text')}</p>
      {parts.map((part) => (
        <Button variant="secondary" key={part.programme} onClick={() => keep(part)}>
          {t('booking.apart.keep', {
            services: part.services.map(({ shortName }) => shortName).join(', '),
            programme: settings.programmes.find(({ id }) => id === part.programme)?.name ?? part.programme,
          })}
        </Button>
      ))}
    </Notice>
  );
}
