import { useState } from 'react';
import type { Service } from '../../../domain/catalogue/service';
import type { Draft } from '../../../offline/store/draft/draft';
import { instantWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { usePhone } from '../shell/phone/phone-context';

type DraftCardProps = { draft: Draft; to: string; services: readonly Service[]; onDelete: () => void };

/** A draft that the resident can continue, or delete after confirming. */
export function DraftCard({ draft, to, services, onDelete }: DraftCardProps) {
  const { t, locale } = useWords();
  const { city, now } = usePhone();
  const [isAsking, setIsAsking] = useState(false);
  const { recipientName: name } = draft;
  const title =
    draft.changeOf !== undefined
      ? t('home.draft.change', { name })
      : name
        ? t('home.draft.for', { name })
        : t('home.draft.new');
  const saved = t('home.draft.saved', {
    time: instantWords(
      new Date(draft.savedAtMs).toISOString(),
      locale,
      city.settings.utcOffsetMinutes,
      now(),
    ),
  });
  const names = services.map((service) => service.shortName).join(', ');
  return (
    <div className="book-visit__group">
      <LinkRows rows={[{ to, title, hint: names === '' ? saved : `${names}. ${saved}`, icon: 'edit' }]} />
      <Button variant="quiet" icon="trash" onClick={() => setIsAsking(true)}>
        {t('booking.delete')}
      </Button>
      <Dialog
        isOpen={isAsking}
        onClose={() => setIsAsking(false)}
        title={t('booking.delete.ask')}
        actions={
          <>
            <Button variant="danger" onClick={onDelete}>
              {t('booking.delete.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsking(false)}>
              {t('booking.delete.no')}
            </Button>
          </>
        }
      >
        {t('booking.delete.text', { title })}
      </Dialog>
    </div>
  );
}
