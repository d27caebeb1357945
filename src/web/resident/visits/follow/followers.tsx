import { useState } from 'react';
import type { Follower } from '../../../../contract/booking-row';
import { queueNewLink, queueWithdrawFollower } from '../../../../offline/store/follow/queue-followers';
import type { Visit } from '../../../../offline/store/visit/visit';
import { useWords } from '../../../copy/words';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { Notice } from '../../../ui/notice/notice';
import { usePhone } from '../../shell/phone/phone-context';
import { formatInstant } from '../calendar/format-date';
import { usePhoneAction } from '../visit/use-phone-action';
import { FollowCode } from './follow-code';
import { followLinkOf } from './share-text';

type Asked = { readonly is: 'renew' } | { readonly is: 'withdraw'; readonly follower: Follower };

/** For the requester: the follow link, the followers, and how to end their access. */
export function Followers({ visit, token, isAhead }: { visit: Visit; token: string; isAhead: boolean }) {
  const { t } = useWords();
  const { store, sync, now, city } = usePhone();
  const { run, isBusy, hasFailed } = usePhoneAction();
  const [asked, setAsked] = useState<Asked | undefined>(undefined);
  const followers = visit.row?.followers ?? [];
  const nameOf = ({ name }: Follower) => name ?? t('visits.followers.noName');
  const perform = async () => {
    if (asked?.is === 'withdraw') await queueWithdrawFollower(store, visit.id, asked.follower.id, now());
    else await queueNewLink(store, visit.id, now());
    setAsked(undefined);
    void sync.syncNow();
  };
  if (!isAhead && followers.length === 0) return null;
  return (
    <>
      {isAhead && !visit.isLinkWaiting && <FollowCode link={followLinkOf(token, location.origin)} />}
      <section className="visit__section" aria-labelledby="visit-followers" data-print="hide">
        <h2 id="visit-followers">{t('visits.followers.title')}</h2>
        {visit.isLinkWaiting && (
          <Notice kind="info" isLive>
            {t('visits.followers.linkWaiting')}
          </Notice>
        )}
        {followers.length === 0 && <p>{t('visits.followers.none')}</p>}
        <ul className="visit__results">
          {followers.map((follower) => (
            <li className="visit__follower" key={follower.id}>
              <span className="visit__said">{nameOf(follower)}</span>
              {follower.since !== undefined && (
                <span className="visits__soft">
                  {t('visits.followers.since', {
                    when: formatInstant(follower.since, city.settings.utcOffsetMinutes),
                  })}
                </span>
              )}
              {visit.withdrawing?.includes(follower.id) ? (
                <p>{t('visits.followers.withdrawing')}</p>
              ) : (
                <Button variant="secondary" onClick={() => setAsked({ is: 'withdraw', follower })}>
                  {t('visits.followers.withdraw', { name: nameOf(follower) })}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {isAhead && (
          <Button variant="quiet" icon="refresh" onClick={() => setAsked({ is: 'renew' })}>
            {t('visits.followers.renew')}
          </Button>
        )}
      </section>
      <Dialog
        isOpen={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={
          asked?.is === 'withdraw'
            ? t('visits.followers.withdraw.title', { name: nameOf(asked.follower) })
            : t('visits.followers.renew.title')
        }
        actions={
          <>
            <Button variant="danger" busy={isBusy} onClick={() => void run(perform)}>
              {t(asked?.is === 'withdraw' ? 'visits.followers.withdraw.yes' : 'visits.followers.renew.yes')}
            </Button>
            <Button variant="secondary" onClick={() => setAsked(undefined)}>
              {t('visits.followers.keep')}
            </Button>
          </>
        }
      >
        <p>
          {t(asked?.is === 'withdraw' ? 'visits.followers.withdraw.text' : 'visits.followers.renew.text')}
        </p>
        {hasFailed && <Notice kind="problem">{t('visits.notKept')}</Notice>}
      </Dialog>
    </>
  );
}
