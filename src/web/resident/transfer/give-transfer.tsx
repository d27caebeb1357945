import { type ReactNode, useEffect, useState } from 'react';
import { giveTransfer } from '../../../offline/transfer/give-transfer';
import { fragmentOf } from '../../../offline/transfer/transfer-link';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { QrCode } from '../../ui/qr-code/qr-code';
import { usePhone } from '../shell/phone/phone-context';
import { CopyLink } from './copy-link';

/** How often the old phone asks whether it was taken over while its code is on screen, in milliseconds. */
const ASK_EVERY_MS = 4_000;

type Stage =
  | { readonly is: 'start' | 'packing' }
  | { readonly is: 'open'; readonly address: string }
  | { readonly is: 'failed'; readonly why: string };

const WHY = ['unsent', 'unsent-photos', 'too-large', 'busy'] as const;

/** On the old phone: makes the code, and shows it until the new phone has taken over. */
export function GiveTransfer({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const { store, sync } = usePhone();
  const [stage, setStage] = useState<Stage>({ is: 'start' });
  const isOpen = stage.is === 'open';
  useEffect(() => {
    if (!isOpen) return undefined;
    const timer = setInterval(() => void sync.syncNow(), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [isOpen, sync]);
  const give = async () => {
    setStage({ is: 'packing' });
    await sync.syncNow();
    const given = await giveTransfer({ store, fetch: (url, init) => fetch(url, init), baseUrl: '' });
    setStage(
      given.is === 'open'
        ? { is: 'open', address: `${location.origin}/pindah#${fragmentOf(given.link)}` }
        : { is: 'failed', why: given.why },
    );
  };
  const why = stage.is === 'failed' ? (WHY.find((each) => each === stage.why) ?? 'offline') : undefined;
  return (
    <Page
      back={<BackLink to="/pengaturan" />}
      actions={
        !isOpen && (
          <Button
            icon="handset"
            busy={stage.is === 'packing'}
            onClick={() => void give().catch(() => setStage({ is: 'failed', why: 'offline' }))}
          >
            {t('transfer.give.start')}
          </Button>
        )
      }
    >
      <PageHeading
        takesFocus
        title={t('transfer.title')}
        lead={isOpen ? t('transfer.open.lead') : t('transfer.lead')}
      >
        {t('transfer.title')}
      </PageHeading>
      {why !== undefined && (
        <Notice kind="problem" isLive>
          {t(`transfer.failed.${why}`)}
        </Notice>
      )}
      {stage.is === 'open' ? (
        <>
          <div className="transfer__code">
            <QrCode text={stage.address} title={t('transfer.open.code')} />
          </div>
          <CopyLink address={stage.address} />
          <p>{t('transfer.open.until')}</p>
          <Notice kind="warning">{t('transfer.open.secret')}</Notice>
        </>
      ) : (
        children
      )}
    </Page>
  );
}
