import './visit.css';
import { useState } from 'react';
import { parsePublicNumber } from '../../../../domain/booking/public-number';
import { MAX_REASON_CHARS } from '../../../../domain/visit/outcome';
import type { NewCrewCommand } from '../../../../offline/crew/queue-command';
import { sha256 } from '../../../../offline/store/secret/base64url';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button } from '../../../ui/button/button';
import { ErrorSummary, type FieldError } from '../../../ui/error-summary/error-summary';
import { Page } from '../../../ui/page/page';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { canScan, ScanCode } from '../../../ui/scan-code/scan-code';
import { TextArea } from '../../../ui/text-area/text-area';
import { TextField } from '../../../ui/text-field/text-field';
import { NotKept } from '../not-kept';
import type { VisitPageProps } from '../sheet/sheet-gate';
import { visitPath } from '../sheet-paths';
import { useCrewCommand } from '../use-crew-command';
import { tokenOf } from './token-of';

type Proof = Extract<NewCrewCommand, { name: 'arrive-at-home' }>['proof'];

/**
 * "Sampai": confirms the arrival by the resident's QR code or number, checked here offline, or by a reason
 * why neither was available.
 */
export function ArrivePage({ visit }: VisitPageProps) {
  const { t } = useWords();
  const { keep, failure } = useCrewCommand(visit);
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [hasNoProof, setHasNoProof] = useState(false);
  const [isScanning, setIsScanning] = useState(false);
  const [errors, setErrors] = useState<readonly FieldError[]>([]);
  const arrive = (proof: Proof) => keep({ name: 'arrive-at-home', proof });
  const say = (fieldId: string, message: string) => setErrors([{ fieldId, message }]);

  const finish = () => {
    if (hasNoProof) {
      if (reason.trim() === '') say('reason', t('run-sheet.reason.missing'));
      else arrive({ kind: 'none', reason: reason.trim() });
      return;
    }
    const typed = parsePublicNumber(number);
    if (typed === visit.number) arrive({ kind: 'number', number: typed });
    else say('number', t(number.trim() === '' ? 'run-sheet.number.missing' : 'run-sheet.number.wrong'));
  };
  const takeCode = async (text: string) => {
    const token = tokenOf(text);
    if (token !== undefined && (await sha256(token)) === visit.followHash) arrive({ kind: 'token', token });
    else say('number', t('run-sheet.scan.wrong'));
    setIsScanning(false);
  };
  const errorOf = (id: string) => errors.find(({ fieldId }) => fieldId === id)?.message;
  return (
    <Page
      back={<BackLink to={visitPath(visit.id)} />}
      actions={<Button type="submit">{t('run-sheet.arrive.submit')}</Button>}
      onSubmit={finish}
    >
      <ErrorSummary errors={errors} />
      <NotKept failure={failure} />
      <PageHeading takesFocus caption={visit.request.recipient.name} title={t('run-sheet.arrive')}>
        {t('run-sheet.arrive')}
      </PageHeading>
      {hasNoProof ? (
        <TextArea
          id="reason"
          label={t('run-sheet.noProof.reason')}
          error={errorOf('reason')}
          maxLength={MAX_REASON_CHARS}
          value={reason}
          onChange={setReason}
        />
      ) : (
        <>
          {isScanning && (
            <ScanCode
              hint={t('run-sheet.scan.hint')}
              onCode={(text) => void takeCode(text)}
              onFail={() => setIsScanning(false)}
            />
          )}
          {canScan() && !isScanning && (
            <Button variant="secondary" icon="search" onClick={() => setIsScanning(true)}>
              {t('run-sheet.scan')}
            </Button>
          )}
          <TextField
            id="number"
            label={t('run-sheet.number')}
            hint={t('run-sheet.number.hint')}
            error={errorOf('number')}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={number}
            onChange={setNumber}
          />
        </>
      )}
      <Button
        variant="quiet"
        onClick={() => {
          setErrors([]);
          setIsScanning(false);
          setHasNoProof(!hasNoProof);
        }}
      >
        {t(hasNoProof ? 'run-sheet.noProof.back' : 'run-sheet.noProof')}
      </Button>
    </Page>
  );
}
