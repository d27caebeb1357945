import type { ComponentProps } from 'react';
import { useEffect, useMemo, useState } from 'react';
import type { ConfigSaved } from '../../../../contract/staff/config';
import { useWords } from '../../../copy/words';
import { ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useFailureWords } from '../../shell/api/failure-words';
import { PATHS } from '../../shell/paths';
import { SetUpPage } from '../draft/section-page';
import { changedSections } from '../draft/sections';
import { useSetUp } from '../draft/set-up-context';
import { StaleNotice } from '../draft/stale-notice';
import { ApplyForm } from './apply-form';
import { CityFaults, ShapeFaults } from './fault-lists';
import { PreviewEffects } from './preview-effects';
import { findShapeFaults } from './shape-faults';
import { usePreview } from './use-preview';

/** Shows what the draft changes, whether it is valid and what it does to visits; then puts it into effect. */
export function CheckPage() {
  const { t } = useWords();
  const { draft, file, config, showFaults } = useSetUp();
  const faults = useMemo(() => findShapeFaults(config), [config]);
  // Kept here, so that the note survives when the form gives way to another admin's changes.
  const [note, setNote] = useState('');
  const [saved, setSaved] = useState<ConfigSaved>();
  useEffect(showFaults, [showFaults]);
  const isStale = draft !== undefined && draft.revision !== file.revision;
  return (
    <SetUpPage title={t('set-up.check')} lead={t('set-up.check.lead')}>
      {draft === undefined && saved === undefined && <p>{t('set-up.check.nothing')}</p>}
      {draft === undefined && saved !== undefined && <Saved saved={saved} />}
      <StaleNotice />
      {draft !== undefined && !isStale && faults.length > 0 && <ShapeFaults faults={faults} />}
      {draft !== undefined && !isStale && faults.length === 0 && (
        <Judged draft={draft} note={note} onNote={setNote} onSaved={setSaved} />
      )}
    </SetUpPage>
  );
}

function Judged({ draft, ...apply }: ComponentProps<typeof ApplyForm>) {
  const { t } = useWords();
  const { preview, failure } = usePreview(draft);
  const changed = changedSections(draft.base, draft.config);
  return (
    <>
      <section>
        <h2>{t('set-up.check.changed')}</h2>
        <ul>
          {changed.map((id) => (
            <li key={id}>{t(`set-up.section.${id}`)}</li>
          ))}
        </ul>
      </section>
      {failure !== undefined && <Failed failure={failure} />}
      {preview === undefined && failure === undefined && <Skeleton rows={3} />}
      {preview && preview.faults.length > 0 && <CityFaults faults={preview.faults} />}
      {preview && preview.faults.length === 0 && (
        <>
          <PreviewEffects preview={preview} />
          <ApplyForm draft={draft} {...apply} />
        </>
      )}
    </>
  );
}

function Failed({ failure }: { failure: unknown }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <Notice kind="problem" title={t('set-up.failed')} isLive>
      {words}
    </Notice>
  );
}

function Saved({ saved: { moved, waiting, isUnderWay } }: { saved: ConfigSaved }) {
  const { t } = useWords();
  return (
    <>
      <Notice kind="success" title={t('set-up.saved')} isLive>
        {moved + waiting === 0 ? t('set-up.saved.none') : t('set-up.saved.text', { moved, waiting })}
        {isUnderWay === true && <p>{t('set-up.saved.underWay')}</p>}
      </Notice>
      <ButtonLink variant="secondary" to={PATHS.setUp}>
        {t('set-up.saved.back')}
      </ButtonLink>
    </>
  );
}
