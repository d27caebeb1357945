import { joinedDigits } from '../../../domain/people/plain-digits';
import './account.css';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { signedIn, type TotpBegun, totpBegun } from '../../../contract/staff/auth';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { QrCode } from '../../ui/qr-code/qr-code';
import { TextField } from '../../ui/text-field/text-field';
import { AnswerView } from '../shell/api/answer-view';
import { callApi } from '../shell/api/api';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { useRead } from '../shell/api/use-read';
import { useSubmit } from '../shell/api/use-submit';
import { PATHS } from '../shell/paths';
import { useSession, useStaff } from '../shell/session/staff-context';

const CODE_FIELD = 'totp-code';
const CODE = /^\d{6}$/;

/** Sets up the member's own second factor. An admin can open no other page before that. */
export function TotpPage() {
  const { t } = useWords();
  const { me, signedIn: now } = useStaff();
  const { session } = useSession();
  const navigate = useNavigate();
  const answer = useRead('totp', () => callApi('POST', '/api/staff/totp/begin', totpBegun, { body: {} }));
  const [code, setCode] = useState('');
  const form = useSubmit({ 'totp-not-valid': CODE_FIELD });
  const digits = joinedDigits(code);
  const send = async () => {
    const found = CODE.test(digits) ? [] : [{ fieldId: CODE_FIELD, message: t('staff.code.wrong') }];
    const failed = await form.send(found, async () => {
      session.enter(await callApi('POST', '/api/staff/totp/confirm', signedIn, { body: { code: digits } }));
    });
    if (failed === undefined) await navigate(now.mustSetUpTotp ? '/' : PATHS.account, { replace: true });
  };
  return (
    <Page
      back={now.mustSetUpTotp ? undefined : <BackLink to={PATHS.account} />}
      onSubmit={() => void send()}
      actions={
        <Button type="submit" busy={form.isSending}>
          {t('account.totp.confirm')}
        </Button>
      }
    >
      <PageHeading
        takesFocus
        lead={t(now.mustSetUpTotp ? 'account.totp.must' : 'account.totp.lead')}
        title={`${t('account.totp.title')} – ${t('staff.name')}`}
      >
        {t('account.totp.title')}
      </PageHeading>
      {me.hasTotp && <Notice kind="warning">{t('account.totp.replaces')}</Notice>}
      <SubmitTrouble form={form} />
      <AnswerView answer={answer}>{(begun) => <Secret begun={begun} />}</AnswerView>
      <TextField
        id={CODE_FIELD}
        label={t('staff.code')}
        hint={t('account.totp.code.hint')}
        value={code}
        onChange={setCode}
        error={form.errorOf(CODE_FIELD)}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
    </Page>
  );
}

/**
 * Shows the secret as a QR code for another device's camera, as a link for an app on this device, and as text
 * to type.
 */
function Secret({ begun }: { begun: TotpBegun }) {
  const { t } = useWords();
  return (
    <section className="account__section" aria-labelledby="totp-secret">
      <h2 id="totp-secret">{t('account.totp.scan')}</h2>
      <div className="account__code">
        <QrCode text={begun.uri} title={t('account.totp.qr')} />
      </div>
      <ButtonLink variant="secondary" icon="handset" href={begun.uri}>
        {t('account.totp.open')}
      </ButtonLink>
      <p>{t('account.totp.type')}</p>
      <p className="account__secret" translate="no">
        {begun.secret.replaceAll(/.{4}(?=.)/g, '$& ')}
      </p>
    </section>
  );
}
