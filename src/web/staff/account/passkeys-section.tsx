import type { PasskeyRow } from '../../../contract/staff/auth';
import { instantWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { VisuallyHidden } from '../../ui/visually-hidden/visually-hidden';
import { AnswerView } from '../shell/api/answer-view';
import { callApi } from '../shell/api/api';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { useRead } from '../shell/api/use-read';
import { useSubmit } from '../shell/api/use-submit';
import { addPasskey, canUsePasskeys, passkeyList } from '../shell/session/passkey';
import { useStaff } from '../shell/session/staff-context';

/** Lists the member's passkeys, makes one on this device, and removes one. */
export function PasskeysSection() {
  const { t } = useWords();
  const answer = useRead('passkeys', () => callApi('GET', '/api/staff/passkeys', passkeyList));
  const form = useSubmit({});
  const add = () =>
    form.send([], async () => {
      const list = await addPasskey();
      if (list) answer.set(list);
    });
  const remove = ({ id }: PasskeyRow) =>
    form.send([], async () => {
      answer.set(await callApi('DELETE', `/api/staff/passkeys/${encodeURIComponent(id)}`, passkeyList));
    });
  return (
    <>
      <h3>{t('account.passkeys')}</h3>
      <p>{t('account.passkeys.text')}</p>
      <SubmitTrouble form={form} />
      <AnswerView answer={answer}>
        {({ passkeys }) => (
          <ul className="account__list" aria-label={t('account.passkeys')}>
            {passkeys.map((row) => (
              <Row key={row.id} row={row} onRemove={() => void remove(row)} />
            ))}
            {passkeys.length === 0 && <li className="account__when">{t('account.passkeys.none')}</li>}
          </ul>
        )}
      </AnswerView>
      {canUsePasskeys() && (
        <Button variant="secondary" icon="plus" busy={form.isSending} onClick={() => void add()}>
          {t('account.passkeys.add')}
        </Button>
      )}
    </>
  );
}

function Row({ row, onRemove }: { row: PasskeyRow; onRemove: () => void }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  return (
    <li className="account__row">
      <span className="account__device">
        {row.device}
        <span className="account__when">
          {row.lastUsedAt === undefined
            ? t('account.passkeys.unused')
            : t('account.seen', {
                when: instantWords(row.lastUsedAt, locale, city.settings.utcOffsetMinutes),
              })}
        </span>
      </span>
      <Button variant="quiet" onClick={onRemove}>
        {t('account.passkeys.remove')}
        <VisuallyHidden> {row.device}</VisuallyHidden>
      </Button>
    </li>
  );
}
