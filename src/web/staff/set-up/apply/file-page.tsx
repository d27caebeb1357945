import { useState } from 'react';
import * as v from 'valibot';
import { cityConfig } from '../../../../contract/city-config';
import { localDateAt } from '../../../../domain/calendar/local-date';
import { useWords } from '../../../copy/words';
import { Button, ButtonLink } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import { saveFile } from '../../../ui/practice/save-file';
import { PATHS } from '../../shell/paths';
import { useStaff } from '../../shell/session/staff-context';
import { parseJson } from '../draft/config-draft';
import { Group, SetUpPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { FileInput } from './file-input';
import { findShapeFaults, type ShapeFault, useShapeFaultWords } from './shape-faults';

/** The most faults listed for a file: more are of one kind, or the file is a wrong one. */
const MAX_FAULTS = 20;

type Imported =
  | { readonly kind: 'none' | 'taken' | 'no-json' }
  | { readonly kind: 'faulty'; readonly faults: readonly ShapeFault[] };

/** Saves the whole configuration as one file, or takes one into the draft. */
export function FilePage() {
  const { t } = useWords();
  const { city, now } = useStaff();
  const { file, config, draft, change } = useSetUp();
  const [imported, setImported] = useState<Imported>({ kind: 'none' });
  const day = localDateAt(now(), city.settings.utcOffsetMinutes);
  const take = async (chosen: File) => {
    const json = parseJson(await chosen.text().catch(() => ''));
    if (json === undefined) return setImported({ kind: 'no-json' });
    const read = v.safeParse(cityConfig, json);
    if (!read.success) return setImported({ kind: 'faulty', faults: findShapeFaults(json) });
    change(read.output);
    setImported({ kind: 'taken' });
  };
  return (
    <SetUpPage title={t('set-up.file')} lead={t('set-up.file.lead')}>
      <Group title={t('set-up.export')} hint={t('set-up.export.hint')}>
        <div className="set-up-buttons set-up-wide">
          <Button
            variant="secondary"
            icon="download"
            onClick={() =>
              saveFile(
                `pengaturan-${city.code}-${day}-versi-${file.revision}.json`,
                jsonText(file.config),
                'application/json',
              )
            }
          >
            {t('set-up.export.current')}
          </Button>
          {draft !== undefined && (
            <Button
              variant="secondary"
              icon="download"
              onClick={() =>
                saveFile(`pengaturan-${city.code}-${day}-draf.json`, jsonText(config), 'application/json')
              }
            >
              {t('set-up.export.draft')}
            </Button>
          )}
        </div>
      </Group>
      <Group title={t('set-up.import')} hint={t('set-up.import.hint')}>
        <FileInput
          id="file"
          label={t('set-up.import.choose')}
          accept="application/json,.json"
          onFile={(chosen) => void take(chosen)}
        />
      </Group>
      <Outcome imported={imported} />
    </SetUpPage>
  );
}

function Outcome({ imported }: { imported: Imported }) {
  const { t } = useWords();
  const words = useShapeFaultWords();
  if (imported.kind === 'none') return null;
  if (imported.kind === 'taken') {
    return (
      <Notice kind="success" title={t('set-up.import.taken')} isLive>
        <p>{t('set-up.import.taken.text')}</p>
        <div className="set-up-buttons">
          <ButtonLink to={`${PATHS.setUp}/periksa`}>{t('set-up.toCheck')}</ButtonLink>
        </div>
      </Notice>
    );
  }
  const faults = imported.kind === 'faulty' ? imported.faults : [];
  return (
    <Notice kind="problem" title={t('set-up.import.failed')} isLive>
      <p>{faults.length === 0 ? t('set-up.import.noJson') : t('set-up.import.faults')}</p>
      <ul>
        {faults.slice(0, MAX_FAULTS).map((fault) => (
          <li key={fault.path}>
            <code>{fault.path === '' ? t('set-up.import.whole') : fault.path}</code>: {words(fault)}
          </li>
        ))}
      </ul>
      {faults.length > MAX_FAULTS && <p>{t('set-up.import.more', { count: faults.length - MAX_FAULTS })}</p>}
    </Notice>
  );
}

/** Returns readable JSON, indented by two spaces. */
function jsonText(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
