import { useState } from 'react';
import * as v from 'valibot';
import { type SessionRow, sessionRow } from '../../../contract/staff/auth';
import { instantWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { StatusTag } from '../../ui/status-tag/status-tag';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { AnswerView } from '../shell/api/answer-view';
import { callApi } from '../shell/api/api';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { useRead } from '../shell/api/use-read';
import { useSubmit } from '../shell/api/use-submit';
import { useStaff } from '../shell/session/staff-context';

const sessionList = v.object({ sessions: v.array(sessionRow) });

/**
 * Lists where the member is signed in. Each session can be ended, such as one on a lost phone or on a
 * computer in another office.
 */
export function SessionsSection() {
  const { t } = useWords();
  const answer = useRead('sessions', () => callApi('GET', '/api/staff/sessions', sessionList));
  const form = useSubmit({});
  const [ended, setEnded] = useState('');
  const end = async ({ id, device }: SessionRow) => {
    await form.send([], async () => {
      await callApi('DELETE', `/api/staff/sessions/${encodeURIComponent(id)}`, v.object({}));
      setEnded(t('account.sessions.ended', { device }));
    });
    answer.again();
  };
  return (
    <section className="account__section" aria-labelledby="account-sessions">
      <h2 id="account-sessions">{t('account.sessions')}</h2>
      <SubmitTrouble form={form} />
      <VisuallyHidden>
        <span role="status">{ended}</span>
      </VisuallyHidden>
      <AnswerView answer={answer}>
        {({ sessions }) => (
          <ul className="account__list">
            {sessions.map((row) => (
              <Row key={row.id} row={row} onEnd={() => void end(row)} />
            ))}
          </ul>
        )}
      </AnswerView>
    </section>
  );
}

function Row({ row, onEnd }: { row: SessionRow; onEnd: () => void }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  return (
    <li className="account__row">
      <span className="account__device">
        {row.device}
        <span className="account__when">
          {t('account.seen', { when: instantWords(row.lastSeenAt, locale, city.settings.utcOffsetMinutes) })}
        </span>
      </span>
      {row.isThis ? (
        <StatusTag tone="good">{t('account.sessions.this')}</StatusTag>
      ) : (
        <Button variant="quiet" onClick={onEnd}>
          {t('account.sessions.end')}
          <VisuallyHidden> {row.device}</VisuallyHidden>
        </Button>
      )}
    </li>
  );
}
