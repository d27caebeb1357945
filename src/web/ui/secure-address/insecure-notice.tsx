import { useWords } from '../../copy/words';
import { ButtonLink } from '../button/button';
import { Notice } from '../notice/notice';

/** Whether the browser gives this page no cryptography and no service worker, since its address is http. */
export function isInsecure(): boolean {
  return globalThis.isSecureContext === false;
}

/** The same page over https; `undefined` at a port of its own, which speaks http alone. */
export function secureAddress({ host, port, pathname, search, hash }: Location): string | undefined {
  return port === '' ? `https://${host}${pathname}${search}${hash}` : undefined;
}

/**
 * Says that the address must begin with https, and leads there.
 * Criteria: stands on every page of an http address that is not this machine.
 */
export function InsecureNotice() {
  const { t } = useWords();
  const href = secureAddress(globalThis.location);
  return (
    <Notice kind="problem" title={t('ui.insecure')} isLive>
      <p>{t('ui.insecure.text')}</p>
      {href !== undefined && (
        <ButtonLink variant="secondary" href={href}>
          {t('ui.insecure.open')}
        </ButtonLink>
      )}
    </Notice>
  );
}
