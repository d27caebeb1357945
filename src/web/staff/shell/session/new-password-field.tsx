import { countMissingChars, MIN_PASSWORD_CHARS } from '../../../../domain/staff/password';
import { useWords } from '../../../copy/words';
import { PasswordField } from '../../../ui/password-field/password-field';
import { StatusTag } from '../../../ui/status-tag/status-tag';

type NewPasswordFieldProps = {
  id: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
};

/**
 * Asks for a new password and judges its length. The server judges how easily it can be guessed, because the
 * word lists are too heavy for a phone.
 * Criteria: the rules are said before typing; after each pause words say how the password stands, not colour
 * alone.
 */
export function NewPasswordField(field: NewPasswordFieldProps) {
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
        {field.value !== '' && <Length password={field.value} />}
      </div>
    </div>
  );
}

function Length({ password }: { password: string }) {
  const { t } = useWords();
  const count = countMissingChars(password);
  if (count === 0) return <StatusTag tone="good">{t('staff.newPassword.longEnough')}</StatusTag>;
  return <StatusTag tone="waiting">{t('staff.newPassword.more', { count })}</StatusTag>;
}
