import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useWords } from '../../copy/words';
import { Button } from '../button/button';
import { Notice } from '../notice/notice';
import { beginCarrying } from './carry-over';

type ReloadNoticeProps = {
  title: string;
  children: string;
  /** Whether a reload may help. */
  canReload: boolean;
  /** A notice in the frame of all pages, which gives way to one in the page itself. */
  isFrame?: boolean;
  /** Takes the focus each time this number rises: a press could not do what it says. */
  attention?: number;
};

let inPages = 0;
const watchers = new Set<() => void>();

function changeInPages(by: 1 | -1): void {
  inPages += by;
  for (const tell of watchers) tell();
}

function watchInPages(onChange: () => void): () => void {
  watchers.add(onChange);
  return () => watchers.delete(onChange);
}

/**
 * Says that the phone's store fails, and offers to load the page again. While it is shown, leaving the page
 * keeps the answers.
 * Criteria: announced when it appears; one of them at a time.
 */
export function ReloadNotice({
  title,
  children,
  canReload,
  isFrame = false,
  attention = 0,
}: ReloadNoticeProps) {
  const { t } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const isHidden = useSyncExternalStore(
    watchInPages,
    () => isFrame && inPages > 0,
    () => false,
  );
  useEffect(beginCarrying, []);
  useEffect(() => {
    if (isFrame) return undefined;
    changeInPages(1);
    return () => changeInPages(-1);
  }, [isFrame]);
  useEffect(() => {
    if (attention > 0) box.current?.focus();
  }, [attention]);
  if (isHidden) return null;
  return (
    <div ref={box} tabIndex={-1}>
      <Notice kind="problem" title={title} isLive>
        <p>{children}</p>
        {canReload && (
          <Button variant="secondary" icon="refresh" onClick={() => location.reload()}>
            {t('ui.reload')}
          </Button>
        )}
      </Notice>
    </div>
  );
}
