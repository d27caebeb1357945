import './members.css';
import type { InviteMade } from '../../../contract/staff/auth';
import { instantWords } from '../../copy/dates';
import { useWords } from '../../copy/words';
import { Button, ButtonLink } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { LinkText } from '../shell/link-text';
import { PATHS } from '../shell/paths';
import { useStaff } from '../shell/session/staff-context';
import { useCopyLink } from '../shell/use-copy-link';

/** Shows the link that lets a member in once; it is never shown again. */
export function InviteLink({ made }: { made: InviteMade }) {
  const { t, locale } = useWords();
  const { city } = useStaff();
  const { copied, copy } = useCopyLink();
  const text = t('members.link.message', { name: made.member.name, link: made.link });
  return (
    <Page
      actions={
        <>
          <Button icon="document" onClick={() => void copy(made.link)}>
            {t('members.link.copy')}
          </Button>
          <ButtonLink
            variant="secondary"
            icon="chat"
            href={`https://wa.me/?text=${encodeURIComponent(text)}`}
          >
            {t('members.link.whatsapp')}
          </ButtonLink>
          <ButtonLink variant="quiet" to={PATHS.members}>
            {t('members.link.done')}
          </ButtonLink>
        </>
      }
    >
      <PageHeading
        takesFocus
        lead={t('members.link.lead', { name: made.member.name })}
        title={`${t('members.link.title')} – ${t('staff.name')}`}
      >
        {t('members.link.title')}
      </PageHeading>
      <LinkText
        link={made.link}
        label={t('members.link.text', { name: made.member.name })}
        copied={copied}
        failure={t('members.link.failed')}
      />
      <div className="staff-status" role="status">
        {copied?.isCopied === true && <Notice kind="success">{t('members.link.copied')}</Notice>}
      </div>
      <Notice kind="warning">
        {t('members.link.once', { when: instantWords(made.endsAt, locale, city.settings.utcOffsetMinutes) })}
      </Notice>
    </Page>
  );
}
