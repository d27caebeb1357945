import { type PracticeState, practiceState } from '../../../contract/staff/practice';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { isPractice } from '../../ui/practice/practice-mark';
import { AnswerView } from '../shell/api/answer-view';
import { callApi } from '../shell/api/api';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { useRead } from '../shell/api/use-read';
import { useSubmit } from '../shell/api/use-submit';
import { AskedButton } from './asked-button';
import { PracticeLinks } from './practice-links';

/** Making the practice city means some 60 requests one after another, which takes a while on a slow disk. */
const MAKING_MS = 60_000;

/** Runs the practice city of a lesson: opens it, shows its links, makes it again, ends it. */
export function PracticePage() {
  const { t } = useWords();
  const heading = (
    <PageHeading lead={t('practice.lead')} title={`${t('practice.title')} – ${t('staff.name')}`}>
      {t('practice.title')}
    </PageHeading>
  );
  return (
    <Page>
      {heading}
      {isPractice() ? <Notice kind="info">{t('practice.inside')}</Notice> : <Control />}
    </Page>
  );
}

function Control() {
  const answer = useRead('practice', () => callApi('GET', '/api/staff/practice', practiceState));
  const form = useSubmit({});
  const run = (action: 'start' | 'reset' | 'stop') =>
    void form.send([], async () => {
      const path = `/api/staff/practice/${action}`;
      answer.set(await callApi('POST', path, practiceState, { timeoutMs: MAKING_MS }));
    });
  return (
    <>
      <SubmitTrouble form={form} />
      <Making isMaking={form.isSending} />
      <AnswerView answer={answer}>
        {(state) =>
          state.isRunning ? (
            <Running state={state} isBusy={form.isSending} run={run} />
          ) : (
            <Closed isBusy={form.isSending} run={run} />
          )
        }
      </AnswerView>
    </>
  );
}

function Making({ isMaking }: { isMaking: boolean }) {
  const { t } = useWords();
  return (
    <div className="staff-status" role="status">
      {isMaking && <Notice kind="info">{t('practice.making')}</Notice>}
    </div>
  );
}

type ActionProps = { isBusy: boolean; run: (action: 'start' | 'reset' | 'stop') => void };

function Closed({ isBusy, run }: ActionProps) {
  const { t } = useWords();
  return (
    <>
      {!isBusy && <p>{t('practice.off')}</p>}
      <div className="page__actions">
        <Button busy={isBusy} onClick={() => run('start')}>
          {t('practice.start')}
        </Button>
      </div>
    </>
  );
}

function Running({ state, isBusy, run }: ActionProps & { state: PracticeState }) {
  const { t } = useWords();
  return (
    <>
      <Notice kind="success" title={t('practice.on')} isLive>
        {t('practice.on.text')}
      </Notice>
      {state.isAsBuilt && (
        <Notice kind="warning" title={t('practice.asBuilt')}>
          {t('practice.asBuilt.text')}
        </Notice>
      )}
      <div className="page__actions">
        <ButtonLink href={state.url}>{t('practice.open')}</ButtonLink>
      </div>
      <PracticeLinks people={state.people} />
      <div className="page__actions">
        <AskedButton
          icon="refresh"
          isBusy={isBusy}
          words={{
            press: t('practice.reset'),
            title: t('practice.reset.title'),
            text: t('practice.reset.text'),
            no: t('practice.no'),
          }}
          onYes={() => run('reset')}
        />
        <AskedButton
          icon="close"
          isBusy={isBusy}
          words={{
            press: t('practice.stop'),
            title: t('practice.stop.title'),
            text: t('practice.stop.text'),
            no: t('practice.no'),
          }}
          onYes={() => run('stop')}
        />
      </div>
    </>
  );
}
