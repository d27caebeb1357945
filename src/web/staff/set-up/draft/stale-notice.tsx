import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { ConfigHistory } from '../apply/config-history';
import { DropDraft } from './drop-draft';
import { contestedSections, rebaseDraft } from './rebase-draft';
import { changedSections, isSame, type SectionId } from './sections';
import { useSetUp } from './set-up-context';

/**
 * Says that somebody else changed the configuration after this draft was started, who and what, and how to
 * continue.
 */
export function StaleNotice() {
  const { t } = useWords();
  const { draft, file, replaceDraft } = useSetUp();
  if (draft === undefined || draft.revision === file.revision) return null;
  const contested = contestedSections(draft, file);
  const reapply = () => {
    const next = rebaseDraft(draft, file);
    replaceDraft(isSame(next.config, next.base) ? undefined : next);
  };
  return (
    <Notice kind="warning" title={t('set-up.stale')} isLive>
      <p>{t('set-up.stale.text')}</p>
      <ConfigHistory lines={file.history.filter(({ revision }) => revision > draft.revision)} />
      <SectionNames title={t('set-up.stale.theirs')} ids={changedSections(draft.base, file.config)} />
      <SectionNames title={t('set-up.stale.contested')} ids={contested} />
      <div className="set-up-buttons">
        <Button onClick={reapply}>{t('set-up.stale.reapply')}</Button>
        <DropDraft />
      </div>
    </Notice>
  );
}

function SectionNames({ title, ids }: { title: string; ids: readonly SectionId[] }) {
  const { t } = useWords();
  if (ids.length === 0) return null;
  return (
    <p>
      {title} <strong>{ids.map((id) => t(`set-up.section.${id}`)).join(', ')}</strong>
    </p>
  );
}
