import './members.css';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import {
  type InviteMade,
  inviteMade,
  type MemberChange,
  type StaffMember,
  staffMember,
} from '../../../contract/staff/auth';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Dialog } from '../../ui/dialog/dialog';
import { Facts } from '../../ui/fact/fact';
import { Notice } from '../../ui/notice/notice';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { AnswerView } from '../shell/api/answer-view';
import { callApi } from '../shell/api/api';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { useSubmit } from '../shell/api/use-submit';
import { StaffNotFoundPage } from '../shell/frame/staff-not-found-page';
import { PATHS } from '../shell/paths';
import { useStaff } from '../shell/session/staff-context';
import { InviteLink } from './invite-link';
import { MemberState } from './member-list-page';
import { findMissing, POST_FIELD_IDS, PostFields, placeForRole } from './post-fields';
import { useMembers } from './use-members';

/** Shows one member: changes their role, makes a new link when they cannot sign in, and disables them. */
export function MemberPage() {
  const { id } = useParams();
  const answer = useMembers();
  const member = answer.data?.members.find((one) => one.id === id);
  if (answer.data !== undefined && member === undefined) return <StaffNotFoundPage />;
  if (member !== undefined) return <Found key={member.id} member={member} onChange={answer.again} />;
  return (
    <Page back={<BackLink to={PATHS.members} />}>
      <AnswerView answer={answer}>{() => null}</AnswerView>
    </Page>
  );
}

function Found({ member, onChange }: { member: StaffMember; onChange: () => void }) {
  const { t } = useWords();
  const [place, setPlace] = useState({ role: member.role, unit: member.unit, areas: member.areas });
  const [made, setMade] = useState<InviteMade>();
  const [isSaved, setIsSaved] = useState(false);
  const form = useSubmit({ 'unit-unknown': POST_FIELD_IDS.unit });
  const path = `/api/staff/members/${member.id}`;
  const change = async (body: MemberChange) => {
    setIsSaved(false);
    const failed = await form.send([], async () => {
      await callApi('PATCH', path, staffMember, { body });
      setIsSaved(true);
    });
    if (failed === undefined) onChange();
  };
  const save = async () => {
    const missing = findMissing(place).map((field) => ({
      fieldId: POST_FIELD_IDS[field],
      message: t(`members.missing.${field}`),
    }));
    if (missing.length > 0) await form.send(missing, async () => undefined);
    else await change({ role: place.role, unit: null, ...placeForRole(place) });
  };
  const invite = () =>
    form.send([], async () => setMade(await callApi('POST', `${path}/invite`, inviteMade, { body: {} })));
  if (made !== undefined) return <InviteLink made={made} />;
  return (
    <Page
      back={<BackLink to={PATHS.members} />}
      onSubmit={() => void save()}
      actions={
        <Button type="submit" busy={form.isSending}>
          {t('members.save')}
        </Button>
      }
    >
      <PageHeading takesFocus title={`${member.name} – ${t('staff.name')}`}>
        {member.name}
      </PageHeading>
      <Facts
        facts={[
          { label: t('staff.signIn.name'), value: member.signInName },
          { label: t('members.state'), value: <MemberState member={member} /> },
        ]}
      />
      <SubmitTrouble form={form} />
      <div className="staff-status" role="status">
        {isSaved && <Notice kind="success">{t('members.saved')}</Notice>}
      </div>
      <PostFields
        place={place}
        onChange={(next) => setPlace({ ...next, role: next.role ?? member.role, areas: [...next.areas] })}
        errorOf={form.errorOf}
      />
      <section className="members__section" aria-labelledby="member-access">
        <h2 id="member-access">{t('members.access')}</h2>
        <p>{t('members.access.text')}</p>
        <Button variant="secondary" icon="refresh" onClick={() => void invite()}>
          {t('members.link.new')}
        </Button>
        <DisableButton member={member} onChange={(isDisabled) => void change({ isDisabled })} />
      </section>
    </Page>
  );
}

type DisableButtonProps = { member: StaffMember; onChange: (isDisabled: boolean) => void };

function DisableButton({ member, onChange }: DisableButtonProps) {
  const { t } = useWords();
  const { me } = useStaff();
  const [isAsked, setIsAsked] = useState(false);
  if (member.id === me.id) return null;
  if (member.isDisabled) {
    return (
      <Button variant="secondary" icon="check" onClick={() => onChange(false)}>
        {t('members.enable')}
      </Button>
    );
  }
  return (
    <>
      <Button variant="secondary" icon="close" onClick={() => setIsAsked(true)}>
        {t('members.disable')}
      </Button>
      <Dialog
        isOpen={isAsked}
        onClose={() => setIsAsked(false)}
        title={t('members.disable.title', { name: member.name })}
        actions={
          <>
            <Button
              variant="danger"
              onClick={() => {
                setIsAsked(false);
                onChange(true);
              }}
            >
              {t('members.disable')}
            </Button>
            <Button variant="secondary" onClick={() => setIsAsked(false)}>
              {t('members.disable.no')}
            </Button>
          </>
        }
      >
        {t('members.disable.text')}
      </Dialog>
    </>
  );
}
