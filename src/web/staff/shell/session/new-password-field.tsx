import { judgePassword, MIN_PASSWORD_CHARS } from '../../../../domain/staff/password';
import { useWords } from '../../../copy/words';
import { PasswordField } from '../../../ui/password-field/password-field';
import { StatusTag } from '../../../ui/status-tag/status-tag';

type NewPasswordFieldProps = {
  id: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
  /** Her own names, which others would guess first. */
  personal: readonly string[];
};

/**
 * Chooses a password by the rules of the server, which judges it again.
 * Criteria: the rules are said before typing; how it stands is said in words after each pause, not by colour alone.
 */
export function NewPasswordField({ personal, ...field }: NewPasswordFieldProps) {
  const { t } = useWords();
  return (
    <div className="new-password">
      <PasswordField
        {...field}
        label={t('staff.newPassword')}
        hint={t('staff.newPassword.hint', { count: MIN_PASSWORD_CHARS })}
        autoComplete="new-password"
      />
      <div className="staff-status" role="status">
        {field.value !== '' && <Strength password={field.value} personal={personal} />}
      </div>
    </div>
  );
}

function Strength({ password, personal }: { password: string; personal: readonly string[] }) {
  const { t } = useWords();
  const problem = judgePassword(password, personal);
  if (problem === undefined) return <StatusTag tone="good">{t('staff.newPassword.good')}</StatusTag>;
  if (problem === 'password-common') {
    return <StatusTag tone="warning">{t('staff.newPassword.common')}</StatusTag>;
  }
  const count = MIN_PASSWORD_CHARS - [...password].length;
  return <StatusTag tone="waiting">{t('staff.newPassword.more', { count })}</StatusTag>;
}
