import { useWords } from '../../../copy/words';
import { DraftArea, DraftText } from '../draft/draft-fields';
import { withText } from '../draft/lists';
import { Group } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';

/** Edits the programme's name, its office, and where residents complain. */
export function OfficeFields() {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  const { programmeName, office = { name: '' }, complaints } = config.settings;
  return (
    <>
      <Group title={t('set-up.office')}>
        <DraftText
          path={settingAt('programmeName')}
          label={t('set-up.office.programme')}
          value={programmeName}
          onChange={(name) => changeSettings({ programmeName: name })}
        />
        <DraftText
          path={settingAt('office.hours')}
          label={t('set-up.hours')}
          hint={t('set-up.office.empty')}
          isOptional
          value={office.hours ?? ''}
          onChange={(hours) => changeSettings({ office: withText(office, 'hours', hours) })}
        />
        <div className="set-up-wide">
          <DraftText
            path={settingAt('office.name')}
            label={t('set-up.office.name')}
            value={office.name}
            onChange={(name) => changeSettings({ office: { ...office, name } })}
          />
        </div>
        <div className="set-up-wide">
          <DraftArea
            path={settingAt('office.address')}
            label={t('set-up.office.address')}
            hint={t('set-up.office.empty')}
            isOptional
            value={office.address ?? ''}
            onChange={(address) => changeSettings({ office: withText(office, 'address', address) })}
          />
        </div>
      </Group>
      <Group title={t('set-up.complaints')}>
        <DraftText
          path={settingAt('complaints.url')}
          label={t('set-up.complaints.url')}
          hint={t('set-up.complaints.url.hint')}
          value={complaints.url}
          onChange={(url) => changeSettings({ complaints: { ...complaints, url } })}
        />
        <DraftText
          path={settingAt('complaints.sms')}
          label={t('set-up.complaints.sms')}
          value={complaints.sms}
          onChange={(sms) => changeSettings({ complaints: { ...complaints, sms } })}
        />
        <div className="set-up-wide">
          <DraftArea
            path={settingAt('complaints.text')}
            label={t('set-up.complaints.text')}
            value={complaints.text}
            onChange={(text) => changeSettings({ complaints: { ...complaints, text } })}
          />
        </div>
      </Group>
    </>
  );
}
