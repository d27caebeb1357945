import './audit.css';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { Skeleton } from '../../ui/skeleton/skeleton';
import { useFailureWords } from '../shell/api/failure-words';
import { ExportFile } from '../shell/export/export-file';
import { useStaff } from '../shell/session/staff-context';
import { auditCsvAddress } from './audit-api';
import { paramsOf, queryOf, searchOf } from './audit-query';
import { AuditSearchForm } from './audit-search-form';
import { AuditTable } from './audit-table';
import { useAudit } from './use-audit';
import { VerifyAudit } from './verify-audit';

/** Shows who saw or changed which record, when and from where. */
export function AuditEntriesPage() {
  const { t } = useWords();
  const { city } = useStaff();
  const [params, setParams] = useSearchParams();
  const search = searchOf(params);
  const query = queryOf(search, city.settings.utcOffsetMinutes);
  const { lines, next, failure, readMore } = useAudit(query);
  const [isBusy, setIsBusy] = useState(false);
  const more = async () => {
    setIsBusy(true);
    await readMore();
    setIsBusy(false);
  };
  return (
    <main className="audit" id="isi" tabIndex={-1}>
      <PageHeading lead={t('audit.lead')} takesFocus>
        {t('audit.title')}
      </PageHeading>
      <VerifyAudit />
      <AuditSearchForm
        key={params.toString()}
        search={search}
        onSearch={(wanted) => setParams(paramsOf(wanted))}
      />
      {failure !== undefined && <Failed failure={failure} />}
      {lines === undefined && failure === undefined && <Skeleton rows={6} />}
      {lines?.length === 0 && <p role="status">{t('audit.none')}</p>}
      {lines !== undefined && lines.length > 0 && (
        <>
          <ExportFile name="audit" addressOf={(separator) => auditCsvAddress({ ...query, separator })} />
          <AuditTable lines={lines} />
        </>
      )}
      {next !== undefined && (
        <div className="audit-action">
          <Button variant="secondary" busy={isBusy} onClick={() => void more()}>
            {t('audit.more')}
          </Button>
        </div>
      )}
    </main>
  );
}

function Failed({ failure }: { failure: unknown }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Notice kind="problem" title={t('audit.failed')} isLive>
      {words}
    </Notice>
  );
}
