import './transfer.css';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { watchTransferred } from '../../../offline/store/engine/watch';
import { fragmentOf, readTransferLink } from '../../../offline/transfer/transfer-link';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { canScan, ScanCode } from '../../ui/scan-code/scan-code';
import { usePhone } from '../shell/phone/phone-context';
import { useWatched } from '../shell/phone/use-watched';
import { WipePhone } from '../shell/phone/wipe-phone';
import { GiveTransfer } from './give-transfer';
import { PasteLink } from './paste-link';
import { TakeTransfer } from './take-transfer';

/**
 * `/pindah`: makes the code on the old phone; on the new phone the link in the code opens what the old phone
 * left.
 */
export function TransferPage() {
  const { t } = useWords();
  const { store } = usePhone();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [scan, setScan] = useState<'no' | 'on' | 'failed' | 'other'>('no');
  const { value: hasTransferred = false } = useWatched<boolean>(
    (onValue, onError) => watchTransferred(store, onValue, onError),
    [store],
  );
  if (hasTransferred) {
    return (
      <Page back={<BackLink to="/" />}>
        <PageHeading takesFocus title={t('transfer.moved.title')} lead={t('transfer.moved.text')}>
          {t('transfer.moved.title')}
        </PageHeading>
        <WipePhone />
      </Page>
    );
  }
  if (hash !== '') return <TakeTransfer link={readTransferLink(hash)} key={hash} />;
  const open = (text: string): boolean => {
    const link = readTransferLink(text);
    if (link !== undefined) void navigate(`/pindah#${fragmentOf(link)}`);
    return link !== undefined;
  };
  const read = (text: string) => {
    if (!open(text)) setScan('other');
  };
  return (
    <GiveTransfer>
      <section className="transfer__section" aria-labelledby="transfer-here">
        <h2 id="transfer-here">{t('transfer.new.title')}</h2>
        <p>{t('transfer.new.text')}</p>
        {scan === 'on' && (
          <ScanCode hint={t('transfer.scan.hint')} onCode={read} onFail={() => setScan('failed')} />
        )}
        {scan === 'failed' && <Notice kind="warning">{t('transfer.scan.failed')}</Notice>}
        {scan === 'other' && <Notice kind="warning">{t('transfer.scan.other')}</Notice>}
        {scan !== 'on' && canScan() && (
          <Button variant="secondary" icon="search" onClick={() => setScan('on')}>
            {t('transfer.scan.start')}
          </Button>
        )}
        <PasteLink onLink={open} />
      </section>
    </GiveTransfer>
  );
}
