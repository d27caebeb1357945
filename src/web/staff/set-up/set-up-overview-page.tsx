import './set-up.css';
import { useWords } from '../../copy/words';
import { ButtonLink } from '../../ui/button/button';
import { LinkRows } from '../../ui/link-rows/link-rows';
import { Notice } from '../../ui/notice/notice';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { UnsetHolidays } from '../shell/frame/unset-holidays';
import { PATHS } from '../shell/paths';
import { DropDraft } from './draft/drop-draft';
import { changedSections, SECTIONS } from './draft/sections';
import { useSetUp } from './draft/set-up-context';
import { StaleNotice } from './draft/stale-notice';

/** Lists everything that the city can set, and says which changes are not in effect yet. */
export function SetUpOverviewPage() {
  const { t } = useWords();
  const { draft } = useSetUp();
  const changed = draft === undefined ? [] : changedSections(draft.base, draft.config);
  const sections = SECTIONS.map(({ id, path, icon }) => ({
    to: `${PATHS.setUp}/${path}`,
    title: t(`set-up.section.${id}`),
    hint: changed.includes(id) ? t('set-up.section.changed') : t(`set-up.section.${id}.lead`),
    icon,
  }));
  return (
    <main className="set-up" id="isi" tabIndex={-1}>
      <PageHeading lead={t('set-up.lead')}>{t('set-up.title')}</PageHeading>
      <StaleNotice />
      {draft !== undefined && (
        <Notice kind="warning" title={t('set-up.waiting')}>
          <p>{t('set-up.waiting.text')}</p>
          <div className="set-up-buttons">
            <ButtonLink to={`${PATHS.setUp}/periksa`}>{t('set-up.toCheck')}</ButtonLink>
            <DropDraft />
          </div>
        </Notice>
      )}
      <UnsetHolidays>
        <div className="set-up-buttons">
          <ButtonLink to={`${PATHS.setUp}/libur`}>{t('set-up.holidays.toSet')}</ButtonLink>
        </div>
      </UnsetHolidays>
      <LinkRows rows={sections} />
      <h2>{t('set-up.more')}</h2>
      <LinkRows
        rows={[
          {
            to: `${PATHS.setUp}/berkas`,
            title: t('set-up.file'),
            hint: t('set-up.file.lead'),
            icon: 'download',
          },
          {
            to: `${PATHS.setUp}/riwayat`,
            title: t('set-up.history'),
            hint: t('set-up.history.lead'),
            icon: 'clock',
          },
        ]}
      />
    </main>
  );
}
