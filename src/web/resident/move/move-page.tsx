import './move.css';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { fragmentOf, readMoveLink } from '../../../offline/move/move-link';
import { watchMoved } from '../../../offline/store/engine/watch';
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
import { GiveMove } from './give-move';
import { TakeMove } from './take-move';

/** `/pindah`: on the old phone it makes the code, on the new one its link opens what the old one left. */
export function MovePage() {
  const { t } = useWords();
  const { store } = usePhone();
  const { hash } = useLocation();
  const navigate = useNavigate();
  const [scan, setScan] = useState<'no' | 'on' | 'failed' | 'other'>('no');
  const { value: hasMoved = false } = useWatched<boolean>(
    (onValue, onError) => watchMoved(store, onValue, onError),
    [store],
  );
  if (hasMoved) {
    return (
      <Page back={<BackLink to="/" />}>
        <PageHeading takesFocus title={t('move.moved.title')} lead={t('move.moved.text')}>
          {t('move.moved.title')}
        </PageHeading>
        <WipePhone />
      </Page>
    );
  }
  if (hash !== '') return <TakeMove link={readMoveLink(hash)} key={hash} />;
  const read = (text: string) => {
    const link = readMoveLink(text);
    if (link === undefined) setScan('other');
    else void navigate(`/pindah#${fragmentOf(link)}`);
  };
  return (
    <GiveMove>
      <section className="move__section" aria-labelledby="move-here">
        <h2 id="move-here">{t('move.new.title')}</h2>
        <p>{t('move.new.text')}</p>
        {scan === 'on' && (
          <ScanCode hint={t('move.scan.hint')} onCode={read} onFail={() => setScan('failed')} />
        )}
        {scan === 'failed' && <Notice kind="warning">{t('move.scan.failed')}</Notice>}
        {scan === 'other' && <Notice kind="warning">{t('move.scan.other')}</Notice>}
        {scan !== 'on' && canScan() && (
          <Button look="secondary" icon="search" onClick={() => setScan('on')}>
            {t('move.scan.start')}
          </Button>
        )}
      </section>
    </GiveMove>
  );
}
