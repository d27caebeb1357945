import '../set-up.css';
import type { ReactNode } from 'react';
import { useEffect } from 'react';
import { useLocation } from 'react-router-dom';
import { useWords } from '../../../copy/words';
import { BackLink } from '../../../ui/back-link/back-link';
import { Button, ButtonLink } from '../../../ui/button/button';
import { PageHeading } from '../../../ui/page-heading/page-heading';
import { PATHS } from '../../shell/paths';
import { changedSections, restoreSection, SECTIONS, type SectionId } from './sections';
import { useSetUp } from './set-up-context';

type SetUpPageProps = { title: string; lead?: string; back?: string; children: ReactNode };

/** The frame of every set-up page but the first; an address with `#` opens that field. */
export function SetUpPage({ title, lead, back = PATHS.setUp, children }: SetUpPageProps) {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash === '') return;
    const field = document.getElementById(decodeURIComponent(hash.slice(1)));
    field?.closest('.field')?.scrollIntoView?.({ block: 'center' });
    field?.focus({ preventScroll: true });
  }, [hash]);
  return (
    <main className="set-up" id="isi" tabIndex={-1}>
      <BackLink to={back} />
      <PageHeading lead={lead} takesFocus={hash === ''}>
        {title}
      </PageHeading>
      {children}
    </main>
  );
}

type SectionPageProps = { section: SectionId; title?: string; back?: string; children: ReactNode };

/**
 * Edits one section of the configuration in the draft; below it are buttons to undo its changes and to go to
 * the check.
 */
export function SectionPage({ section, title, back, children }: SectionPageProps) {
  const { t } = useWords();
  const { draft, config, change } = useSetUp();
  const isCatalogue = SECTIONS.some(({ id, catalogue }) => id === section && catalogue !== undefined);
  const isChanged = draft !== undefined && changedSections(draft.base, config).includes(section);
  return (
    <SetUpPage
      title={title ?? t(`set-up.section.${section}`)}
      lead={t(`set-up.section.${section}.lead`)}
      {...(back === undefined ? {} : { back })}
    >
      {children}
      <div className="set-up-end">
        {isCatalogue && <p className="set-up-soft">{t('set-up.untranslated')}</p>}
        <p className="set-up-soft" role="status">
          {isChanged ? t('set-up.kept') : t('set-up.unchanged')}
        </p>
        {draft !== undefined && (
          <div className="set-up-buttons">
            <ButtonLink to={`${PATHS.setUp}/periksa`}>{t('set-up.toCheck')}</ButtonLink>
            {isChanged && (
              <Button variant="secondary" onClick={() => change(restoreSection(config, draft.base, section))}>
                {t('set-up.restore')}
              </Button>
            )}
          </div>
        )}
      </div>
    </SetUpPage>
  );
}

/** Fields that belong together, side by side where there is room. */
export function Group({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="set-up-group">
      <legend className="set-up-group__title">{title}</legend>
      {hint !== undefined && <p className="set-up-soft set-up-wide">{hint}</p>}
      {children}
    </fieldset>
  );
}
