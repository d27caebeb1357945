import './members.css';
import { useState } from 'react';
import * as v from 'valibot';
import { type InviteMade, inviteMade, signInName } from '../../../contract/staff/auth';
import { useWords } from '../../copy/words';
import { BackLink } from '../../ui/back-link/back-link';
import { Button } from '../../ui/button/button';
import { Page } from '../../ui/page/page';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { TextField } from '../../ui/text-field/text-field';
import { callApi } from '../shell/api/api';
import { SubmitTrouble } from '../shell/api/submit-trouble';
import { useSubmit } from '../shell/api/use-submit';
import { PATHS } from '../shell/paths';
import { InviteLink } from './invite-link';
import { findMissing, POST_FIELD_IDS, PostFields, placeForRole, type StaffPlace } from './post-fields';

const FIELDS = { name: 'member-name', signInName: 'member-sign-in-name' } as const;
const MIN_NAME_CHARS = 2;
const NOBODY: StaffPlace = { role: undefined, unit: undefined, areas: [] };

/** Adds a member and makes the link that lets them in once. */
export function InviteMemberPage() {
  const { t } = useWords();
  const [name, setName] = useState('');
  const [ownSignInName, setSignInName] = useState('');
  const [place, setPlace] = useState(NOBODY);
  const [made, setMade] = useState<InviteMade>();
  const form = useSubmit({ 'sign-in-name-taken': FIELDS.signInName, 'unit-unknown': POST_FIELD_IDS.unit });
  const send = async () => {
    const found = [
      ...(name.trim().length < MIN_NAME_CHARS
        ? [{ fieldId: FIELDS.name, message: t('members.name.wrong') }]
        : []),
      ...(v.is(signInName, ownSignInName.trim())
        ? []
        : [{ fieldId: FIELDS.signInName, message: t('members.signInName.wrong') }]),
      ...findMissing(place).map((field) => ({
        fieldId: POST_FIELD_IDS[field],
        message: t(`members.missing.${field}`),
      })),
    ];
    const names = { name: name.trim(), signInName: ownSignInName.trim() };
    await form.send(found, async () => {
      const body = { ...names, role: place.role, ...placeForRole(place) };
      setMade(await callApi('POST', '/api/staff/invites', inviteMade, { body }));
    });
  };
  if (made !== undefined) return <InviteLink made={made} />;
  return (
    <Page
      back={<BackLink to={PATHS.members} />}
      onSubmit={() => void send()}
      actions={
        <Button type="submit" busy={form.isSending}>
          {t('members.invite.go')}
        </Button>
      }
    >
      <PageHeading
        takesFocus
        lead={t('members.invite.lead')}
        title={`${t('members.invite')} – ${t('staff.name')}`}
      >
        {t('members.invite')}
      </PageHeading>
      <SubmitTrouble form={form} />
      <TextField
        id={FIELDS.name}
        label={t('members.name')}
        value={name}
        onChange={setName}
        error={form.errorOf(FIELDS.name)}
        autoComplete="off"
      />
      <TextField
        id={FIELDS.signInName}
        label={t('staff.signIn.name')}
        hint={t('members.signInName.hint')}
        value={ownSignInName}
        onChange={setSignInName}
        error={form.errorOf(FIELDS.signInName)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <PostFields place={place} onChange={setPlace} errorOf={form.errorOf} />
    </Page>
  );
}
