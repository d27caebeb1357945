import type { Draft } from '../../../offline/store/draft';
import { watchDrafts } from '../../../offline/store/watch';
import { useWords } from '../../copy/words';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { usePhone } from '../shell/phone-context';
import { useWatched } from '../shell/use-watched';

/** Requests begun and not yet sent, newest first; nothing when there are none. */
export function DraftRows() {
  const { t, locale } = useWords();
  const { store, city } = usePhone();
  const { value: drafts = [] } = useWatched<readonly Draft[]>(
    (onValue, onError) => watchDrafts(store, onValue, onError),
    [store],
  );
  if (drafts.length === 0) return null;
  const time = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: city.settings.zone,
  });
  return (
    <section className="home__section">
      <h2>{t('home.drafts')}</h2>
      <LinkRows
        rows={drafts.map((draft) => ({
          to: `/ajukan/${draft.id}/${draft.page}`,
          title: draft.recipientName
            ? t('home.draft.for', { name: draft.recipientName })
            : t('home.draft.new'),
          hint: t('home.draft.saved', { time: time.format(draft.savedAtMs) }),
          icon: 'edit',
        }))}
      />
    </section>
  );
}
