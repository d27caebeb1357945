import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { VISIT_PHOTO_KINDS, type VisitPhotoKind } from '../../../../domain/photo/photo';
import { keepOwnPhoto } from '../../../../offline/crew/own-photos';
import { type UnopenedFile, whyUnopened } from '../../../../offline/store/photo/why-unopened';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../../ui/button/button';
import { RadioRows } from '../../../ui/choice-rows/choice-rows';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { useStaff } from '../../shell/session/staff-context';
import { useCrewPhone } from '../sheet/crew-phone';
import type { VisitPageProps } from '../sheet/sheet-gate';
import { visitPath } from '../sheet-paths';
import { shrinkPhoto } from './shrink-photo';

/** Takes a photo for the crew: first the question to ask at the door, and the camera only after a yes. */
export function AddPhotoPage({ visit }: VisitPageProps) {
  const { t } = useWords();
  const { city, now } = useStaff();
  const [consentedAtMs, setConsentedAtMs] = useState<number>();
  const back = <BackLink to={visitPath(visit.id)} />;
  if (consentedAtMs !== undefined) return <TakePhoto visit={visit} consentedAtMs={consentedAtMs} />;
  return (
    <Page
      back={back}
      actions={
        <>
          <Button icon="check" onClick={() => setConsentedAtMs(now())}>
            {t('staff-photo.consent.yes')}
          </Button>
          <ButtonLink variant="secondary" to={visitPath(visit.id)}>
            {t('staff-photo.consent.no')}
          </ButtonLink>
        </>
      }
    >
      <PageHeading
        takesFocus
        caption={visit.request.recipient.name}
        title={t('staff-photo.consent')}
        lead={t('staff-photo.consent.lead')}
      >
        {t('staff-photo.consent')}
      </PageHeading>
      <Notice kind="info" title={t('staff-photo.consent.say')}>
        {t('staff-photo.consent.words', { days: city.settings.photoDays })}
      </Notice>
    </Page>
  );
}

function TakePhoto({ visit, consentedAtMs }: VisitPageProps & { consentedAtMs: number }) {
  const { t } = useWords();
  const { now } = useStaff();
  const { store } = useCrewPhone();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<VisitPhotoKind>('home');
  const [state, setState] = useState<'idle' | 'busy' | UnopenedFile | 'not-kept'>('idle');
  const keep = async (file: File) => {
    setState('busy');
    const bytes = await shrinkPhoto(file);
    if (bytes === undefined) return setState(await whyUnopened(file));
    try {
      await keepOwnPhoto(store, visit, { bytes, kind, consentedAtMs }, now());
      void navigate(visitPath(visit.id));
    } catch {
      setState('not-kept');
    }
  };
  return (
    <Page
      back={<BackLink to={visitPath(visit.id)} />}
      actions={
        <>
          <input
            ref={input}
            hidden
            type="file"
            accept="image/*"
            capture="environment"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void keep(file);
              currentTarget.value = '';
            }}
          />
          <Button busy={state === 'busy'} onClick={() => input.current?.click()}>
            {t('staff-photo.take')}
          </Button>
        </>
      }
      actionsStay
    >
      <PageHeading takesFocus caption={visit.request.recipient.name} title={t('staff-photo.what')}>
        {t('staff-photo.what')}
      </PageHeading>
      {state !== 'idle' && state !== 'busy' && (
        <Notice kind="problem" isLive>
          {t(state === 'not-kept' ? 'run-sheet.notKept' : `staff-photo.bad.${state}`)}
        </Notice>
      )}
      <RadioRows
        id="photo-kind"
        label={t('staff-photo.what.label')}
        choices={VISIT_PHOTO_KINDS.map((value) => ({
          value,
          label: t(`staff-photo.kind.${value}`),
          hint: t(`staff-photo.kind.${value}.hint`),
        }))}
        value={kind}
        onChange={setKind}
      />
    </Page>
  );
}
