import type { Draft } from '../../../offline/store/draft/draft';
import { instantWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { useLatePhone, usePlace } from '../shell/phone/phone-context';
import { useLateWatched } from '../shell/phone/use-late-watched';

/** Lists the drafts, newest first; draws nothing without drafts. */
export function DraftRows() {
  const { t, locale } = useWords();
  const { settings } = usePlace();
  const phone = useLatePhone();
  const { value: drafts = [] } = useLateWatched<readonly Draft[]>(
    ({ watchDrafts }, store, onValue, onError) => watchDrafts(store, onValue, onError),
  );
  if (drafts.length === 0) return null;
  return (
    <section className="home__section">
      <h2>{t('home.drafts')}</h2>
      <LinkRows
        rows={drafts.map((draft) => ({
          to: `/ajukan/${draft.id}/${draft.page}`,
          title:
            draft.changeOf !== undefined
              ? t('home.draft.change', { name: draft.recipientName })
              : draft.recipientName
                ? t('home.draft.for', { name: draft.recipientName })
                : t('home.draft.new'),
          hint: t('home.draft.saved', {
            time: instantWords(
              new Date(draft.savedAtMs).toISOString(),
              locale,
              settings.utcOffsetMinutes,
              phone?.now(),
            ),
          }),
          icon: 'edit',
        }))}
      />
    </section>
  );
}
