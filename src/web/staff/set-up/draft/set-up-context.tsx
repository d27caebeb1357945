import type { ReactNode } from 'react';
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { parseCityConfig } from '../../../../contract/city-config';
import type { ConfigFile } from '../../../../contract/staff/config';
import { checkCity } from '../../../../domain/city/check-city';
import { configureCity } from '../../../../domain/city/configure-city';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { Page } from '../../../ui/page/page';
import { Skeleton } from '../../../ui/skeleton/skeleton';
import { useFailureWords } from '../../shell/api/failure-words';
import { useStaff } from '../../shell/session/staff-context';
import { cityFaultLines, type FaultLine } from '../apply/city-fault-words';
import { findShapeFaults, type ShapeFault } from '../apply/shape-faults';
import type { CatalogueDraft, CityDraft, ConfigDraft, SettingsDraft } from './config-draft';
import { forgetConfigDraft, keepConfigDraft, readConfigDraft } from './config-draft';
import { isSame } from './sections';
import { readConfigFile } from './set-up-api';

export type SetUp = {
  /** The current configuration, as last read. */
  readonly file: ConfigFile;
  /** Undefined while nothing has changed. */
  readonly draft: ConfigDraft | undefined;
  /** The draft, or otherwise the current configuration. */
  readonly config: CityDraft;
  readonly change: (config: CityDraft) => void;
  readonly changeSettings: (settings: Partial<SettingsDraft>) => void;
  readonly changeCatalogue: (catalogue: Partial<CatalogueDraft>) => void;
  readonly replaceDraft: (draft: ConfigDraft | undefined) => void;
  /** Reads the current configuration again; rejects with an `ApiFailure`. */
  readonly reload: () => Promise<ConfigFile>;
  /** Faults of single fields, shown beside them once the draft was checked. */
  readonly faults: readonly ShapeFault[];
  /** Contradictions that the server would refuse, shown beside the fields as well. */
  readonly misfits: readonly FaultLine[];
  readonly showFaults: () => void;
};

const SetUpContext = createContext<SetUp | undefined>(undefined);

/** Returns the configuration and its draft, for the pages that edit it. Throws outside `SetUpProvider`. */
export function useSetUp(): SetUp {
  const setUp = useContext(SetUpContext);
  if (setUp === undefined) throw new Error('useSetUp outside SetUpProvider');
  return setUp;
}

/**
 * Reads the configuration before showing the pages inside, and keeps every change for this tab as it is
 * typed.
 */
export function SetUpProvider({ children }: { children: ReactNode }) {
  const [file, setFile] = useState<ConfigFile>();
  const [failure, setFailure] = useState<unknown>();
  const reload = useCallback(async () => {
    const read = await readConfigFile();
    setFile(read);
    return read;
  }, []);
  const start = useCallback(() => {
    setFailure(undefined);
    reload().catch(setFailure);
  }, [reload]);
  useEffect(start, [start]);
  if (file !== undefined) {
    return (
      <Loaded file={file} reload={reload}>
        {children}
      </Loaded>
    );
  }
  return (
    <Page>
      {failure === undefined ? <Skeleton rows={5} /> : <ReadFailed failure={failure} onRetry={start} />}
    </Page>
  );
}

function Loaded({ file, reload, children }: Pick<SetUp, 'file' | 'reload'> & { children: ReactNode }) {
  const { t } = useWords();
  const { city } = useStaff();
  const [draft, setDraft] = useState(readConfigDraft);
  const [isShown, setIsShown] = useState(false);
  const config = draft?.config ?? file.config;
  const setUp = useMemo((): SetUp => {
    const replaceDraft = (next: ConfigDraft | undefined) => {
      if (next === undefined) forgetConfigDraft();
      else keepConfigDraft(next);
      setDraft(next);
    };
    const change = (next: CityDraft) => {
      const from = draft ?? { revision: file.revision, base: file.config };
      replaceDraft(isSame(next, from.base) ? undefined : { ...from, config: next });
    };
    const choices = isShown ? parseCityConfig(config) : undefined;
    const misfits = choices === undefined ? [] : checkCity(configureCity(city, choices));
    return {
      file,
      draft,
      config,
      change,
      changeSettings: (settings) => change({ ...config, settings: { ...config.settings, ...settings } }),
      changeCatalogue: (catalogue) => change({ ...config, catalogue: { ...config.catalogue, ...catalogue } }),
      replaceDraft,
      reload,
      faults: isShown ? findShapeFaults(config) : [],
      misfits: cityFaultLines(misfits, config, city, t),
      showFaults: () => setIsShown(true),
    };
  }, [file, draft, config, reload, isShown, city, t]);
  return <SetUpContext value={setUp}>{children}</SetUpContext>;
}

function ReadFailed({ failure, onRetry }: { failure: unknown; onRetry: () => void }) {
  const { t } = useWords();
  const words = useFailureWords(failure);
  return (
    <>
      <Notice kind="problem" title={t('set-up.failed')} isLive>
        {words}
      </Notice>
      <Button variant="secondary" icon="refresh" onClick={onRetry}>
        {t('set-up.retry')}
      </Button>
    </>
  );
}
