import { useWords } from '../../../copy/words';
import type { SettingsDraft } from '../draft/config-draft';
import { DraftClock, DraftNumber, NO_NUMBER } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { newId } from '../draft/lists';
import { Group, SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';
import { WindowFields } from './window-fields';

type WindowDraft = SettingsDraft['windows'][number];

/**
 * Edits the windows of the day, and the numbers that decide which days can be chosen and how full they
 * become.
 */
export function TimePage() {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  const { settings } = config;
  const newWindow = (): WindowDraft => ({
    id: newId('jendela'),
    name: '',
    start: '',
    end: '',
  });
  return (
    <SectionPage section="time">
      <Group title={t('set-up.time.windows')} hint={t('set-up.time.windows.hint')}>
        <div className="set-up-wide">
          <ItemList
            path={settingAt('windows')}
            label={t('set-up.time.windows')}
            items={settings.windows}
            onChange={(windows) => changeSettings({ windows })}
            onRemove={({ id }) => changeSettings(withoutWindow(settings, id))}
            nameOf={({ name }) => name}
            addWords={t('set-up.time.addWindow')}
            newItem={newWindow}
          >
            {(window, change, path) => <WindowFields window={window} onChange={change} path={path} />}
          </ItemList>
        </div>
      </Group>
      <Group title={t('set-up.time.days')}>
        <NumberOf name="leadDays" />
        <DraftClock
          path={settingAt('closesAt')}
          label={t('set-up.time.closesAt')}
          hint={t('set-up.time.closesAt.hint')}
          value={settings.closesAt}
          onChange={(closesAt) => changeSettings({ closesAt })}
        />
        <NumberOf name="horizonDays" />
        <NumberOf name="promiseWorkingDays" />
        <NumberOf name="callbackWithinHours" />
        <NumberOf name="photoDays" />
        <NumberOf name="bookingDays" />
      </Group>
      <Group title={t('set-up.time.room')}>
        <DraftNumber
          path={settingAt('keptShare')}
          label={t('set-up.time.keptShare')}
          hint={t('set-up.time.keptShare.hint')}
          value={percentOf(settings.keptShare)}
          onChange={(percent) => changeSettings({ keptShare: percent < 0 ? NO_NUMBER : percent / 100 })}
        />
        <NumberOf name="travelMinutes" />
        <NumberOf name="maxOpenBookingsPerDevice" />
      </Group>
    </SectionPage>
  );
}

type NumberName =
  | 'leadDays'
  | 'horizonDays'
  | 'promiseWorkingDays'
  | 'callbackWithinHours'
  | 'photoDays'
  | 'bookingDays'
  | 'travelMinutes'
  | 'maxOpenBookingsPerDevice';

function NumberOf({ name }: { name: NumberName }) {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  return (
    <DraftNumber
      path={settingAt(name)}
      label={t(`set-up.time.${name}`)}
      hint={t(`set-up.time.${name}.hint`)}
      value={config.settings[name] ?? NO_NUMBER}
      onChange={(number) => changeSettings({ [name]: number })}
    />
  );
}

function percentOf(share: number): number {
  return share < 0 ? NO_NUMBER : Math.round(share * 100);
}

/** Returns the settings without a window, and without its use in the rota and in closures. */
function withoutWindow({ windows, rota, closures }: SettingsDraft, id: string): Partial<SettingsDraft> {
  return {
    windows: windows.filter((window) => window.id !== id),
    rota: rota
      .map((line) => ({ ...line, windows: line.windows.filter((window) => window !== id) }))
      .filter((line) => line.windows.length > 0),
    closures: closures.filter(({ window }) => window !== id),
  };
}
