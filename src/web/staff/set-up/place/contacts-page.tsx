import { useWords } from '../../../copy/words';
import { CheckRows } from '../../../ui/choice-rows/choice-rows';
import type { SettingsDraft } from '../draft/config-draft';
import { DraftText } from '../draft/draft-fields';
import { ItemList } from '../draft/item-list';
import { withText } from '../draft/lists';
import { Group, SectionPage } from '../draft/section-page';
import { useSetUp } from '../draft/set-up-context';
import { settingAt } from '../draft/setting-at';
import { OfficeFields } from './office-fields';

type ContactDraft = SettingsDraft['contacts'][number];

/** Edits how residents reach the city: numbers, the office, and where to complain. */
export function ContactsPage() {
  const { t } = useWords();
  const { config, changeSettings } = useSetUp();
  const { contacts } = config.settings;
  return (
    <SectionPage section="contacts">
      <Group title={t('set-up.contacts.numbers')}>
        <div className="set-up-wide">
          <ItemList
            path={settingAt('contacts')}
            label={t('set-up.contacts.numbers')}
            items={contacts}
            onChange={(next) => changeSettings({ contacts: next })}
            nameOf={({ label }) => label}
            addWords={t('set-up.contacts.add')}
            newItem={(): ContactDraft => ({ label: '' })}
          >
            {(contact, change, path) => <ContactFields contact={contact} onChange={change} path={path} />}
          </ItemList>
        </div>
      </Group>
      <OfficeFields />
    </SectionPage>
  );
}

type ContactFieldsProps = {
  contact: ContactDraft;
  onChange: (contact: ContactDraft) => void;
  path: string;
};

function ContactFields({ contact, onChange, path }: ContactFieldsProps) {
  const { t } = useWords();
  return (
    <>
      <DraftText
        path={`${path}.label`}
        label={t('set-up.contacts.label')}
        value={contact.label}
        onChange={(label) => onChange({ ...contact, label })}
      />
      <DraftText
        type="tel"
        prefix="+62"
        path={`${path}.phone`}
        label={t('set-up.contacts.phone')}
        isOptional
        value={contact.phone?.replace(/^\+62/, '') ?? ''}
        onChange={(text) => onChange(withText(contact, 'phone', internationalOf(text)))}
      />
      <DraftText
        path={`${path}.hours`}
        label={t('set-up.hours')}
        isOptional
        value={contact.hours ?? ''}
        onChange={(hours) => onChange(withText(contact, 'hours', hours))}
      />
      <CheckRows
        id={`${path}.whatsapp`}
        label={t('set-up.contacts.also')}
        choices={[{ value: 'whatsapp', label: t('set-up.contacts.whatsapp') }]}
        values={contact.whatsapp === true ? ['whatsapp'] : []}
        onChange={(values) => onChange({ ...contact, whatsapp: values.length > 0 })}
      />
    </>
  );
}

/** Converts digits as typed or pasted (`0812...`, `+62 812...`) to E.164; empty for none. */
function internationalOf(text: string): string {
  const digits = text.replaceAll(/\D/g, '').replace(/^(62(?=8)|0+)/, '');
  return digits === '' ? '' : `+62${digits}`;
}
