import { useState } from 'react';
import { addPerson } from '../../../../offline/store/family/people';
import { isKept, ownerOf, personOf } from '../../../../offline/store/family/person-of-visit';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Card } from '../../../ui/card/card';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { useFamily } from '../../shell/phone/use-family';
import { usePhoneAction } from './use-phone-action';

/**
 * "Simpan Ibu Siti di Keluarga saya?": one press keeps the recipient of a sent request, and also the
 * requester as this phone's owner if no owner is kept yet. Draws nothing for a recipient already kept.
 */
export function KeepPerson({ visit }: { visit: Visit }) {
  const { t } = useWords();
  const { store, now } = usePhone();
  const { value: family } = useFamily();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const [keptNow, setKeptNow] = useState<string | undefined>(undefined);
  if (keptNow !== undefined) {
    return (
      <Notice kind="success" isLive>
        {t('visits.keepPerson.done', { name: keptNow })}
      </Notice>
    );
  }
  const person = personOf(visit);
  if (family === undefined || person === undefined || isKept(person, family)) return null;
  const hasOwner = family.some(({ recipientIs }) => recipientIs === 'self');
  const owner = hasOwner ? undefined : ownerOf(visit);
  const keep = async () => {
    await addPerson(store, person, now());
    if (owner !== undefined) await addPerson(store, owner, now());
    setKeptNow(person.name);
  };
  const isOwn = person.recipientIs === 'self';
  return (
    <Card title={isOwn ? t('visits.keepPerson.self') : t('visits.keepPerson.ask', { name: person.name })}>
      <p>{t(owner === undefined ? 'visits.keepPerson.text' : 'visits.keepPerson.textOwner')}</p>
      {hasFailed && (
        <Notice kind="problem" isLive>
          {t('visits.notKept')}
        </Notice>
      )}
      <Button variant="secondary" icon="people" busy={isBusy} onClick={() => void run(keep)}>
        {t('visits.keepPerson.yes')}
      </Button>
    </Card>
  );
}
