import { useEffect, useState } from 'react';
import * as v from 'valibot';
import { type InviteSeen, inviteSeen, inviteToken, signedIn, signInName } from '../../../contract/staff/auth';
import { countMissingChars } from '../../../domain/staff/password';
import { useWords } from '../../copy/words';
import type { FieldError } from '../../ui/error-summary/error-summary';
import { ApiFailure, callApi } from '../shell/api/api';
import { useFailureCodeWords } from '../shell/api/failure-words';
import { useSubmit } from '../shell/api/use-submit';
import { useSession } from '../shell/session/staff-context';

export const FIELDS = {
  name: 'invite-name',
  signInName: 'invite-sign-in-name',
  password: 'invite-password',
} as const;

const MIN_NAME_CHARS = 2;

/** Reads whom the token invites; `again` asks once more. */
export function useInvite(token: string): {
  readonly seen?: InviteSeen;
  readonly failure?: unknown;
  readonly again: () => void;
} {
  const [found, setFound] = useState<{ seen?: InviteSeen; failure?: unknown }>({});
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let isShown = tries >= 0;
    readInvite(token).then(
      (seen) => isShown && setFound({ seen }),
      (failure: unknown) => isShown && setFound({ failure }),
    );
    return () => {
      isShown = false;
    };
  }, [token, tries]);
  return { ...found, again: () => setTries((before) => before + 1) };
}

/** A truncated link is refused without asking the server. */
async function readInvite(token: string): Promise<InviteSeen> {
  const body = v.safeParse(inviteToken, { token });
  if (!body.success) throw new ApiFailure('invite-not-valid');
  return callApi('POST', '/api/staff/invites/look', inviteSeen, { body: body.output });
}

/** Holds the answers of the invited member, and accepts the invite. */
export function useInviteForm(token: string, seen: InviteSeen, onDone: () => void) {
  const { t } = useWords();
  const wordsOf = useFailureCodeWords();
  const { session } = useSession();
  const [name, setName] = useState(seen.name ?? '');
  const [ownSignInName, setSignInName] = useState(seen.signInName ?? '');
  const [password, setPassword] = useState('');
  const form = useSubmit({
    'sign-in-name-taken': FIELDS.signInName,
    'password-too-short': FIELDS.password,
    'password-common': FIELDS.password,
  });

  const findErrors = (): FieldError[] => {
    const wrongName = seen.isFirstAdmin && name.trim().length < MIN_NAME_CHARS;
    const wrongSignInName = seen.isFirstAdmin && !v.is(signInName, ownSignInName.trim());
    return [
      ...(wrongName ? [{ fieldId: FIELDS.name, message: t('staff.invite.name.wrong') }] : []),
      ...(wrongSignInName
        ? [{ fieldId: FIELDS.signInName, message: t('staff.invite.signInName.wrong') }]
        : []),
      ...(countMissingChars(password) > 0
        ? [{ fieldId: FIELDS.password, message: wordsOf('password-too-short') }]
        : []),
    ];
  };

  const send = async (): Promise<void> => {
    const names = seen.isFirstAdmin ? { name: name.trim(), signInName: ownSignInName.trim() } : {};
    const body = { token, password, ...names };
    await form.send(findErrors(), async () => {
      session.enter(await callApi('POST', '/api/staff/invites/accept', signedIn, { body }));
      onDone();
    });
  };

  return { ...form, name, setName, signInName: ownSignInName, setSignInName, password, setPassword, send };
}
