import { useWords } from '../../../copy/words';
import { QrCode } from '../../../ui/qr-code/qr-code';

/** Shows the follow link as a QR code. The link can also be shared as text. */
export function FollowCode({ link }: { link: string }) {
  const { t } = useWords();
  return (
    <section className="visit__section" aria-labelledby="visit-follow">
      <h2 id="visit-follow">{t('visits.follow.title')}</h2>
      <p>{t('visits.follow.text')}</p>
      <div className="visit__code">
        <QrCode text={link} title={t('visits.follow.code')} />
      </div>
    </section>
  );
}
