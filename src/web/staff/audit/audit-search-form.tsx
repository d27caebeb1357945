import { useEffect, useState } from 'react';
import type { StaffMember } from '../../../contract/staff/auth';
import { parsePublicNumber } from '../../../domain/booking/public-number';
import { useWords } from '../../copy/words';
import { Button } from '../../ui/button/button';
import { SelectField } from '../../ui/select-field/select-field';
import { TextField } from '../../ui/text-field/text-field';
import { readMembers } from './audit-api';
import type { AuditSearch } from './audit-query';

type AuditSearchFormProps = { search: AuditSearch; onSearch: (search: AuditSearch) => void };

/** Searches by a booking's number, a member and a first day, together or separately. */
export function AuditSearchForm({ search, onSearch }: AuditSearchFormProps) {
  const { t } = useWords();
  const members = useMembers();
  const [typed, setTyped] = useState(search);
  const [error, setError] = useState<string>();
  const submit = () => {
    const number = parsePublicNumber(typed.number);
    if (typed.number.trim() !== '' && number === undefined) {
      setError(t('audit.number.wrong'));
      document.getElementById('audit-number')?.focus();
      return;
    }
    setError(undefined);
    onSearch({ ...typed, number: number ?? '' });
  };
  const people = members.map(({ id, name, signInName }) => ({ value: id, label: `${name} (${signInName})` }));
  const isUnlisted = typed.staff !== '' && !people.some(({ value }) => value === typed.staff);
  return (
    <form
      className="audit-search"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField
        id="audit-number"
        label={t('audit.number')}
        error={error}
        value={typed.number}
        onChange={(number) => setTyped({ ...typed, number })}
        inputMode="numeric"
        autoComplete="off"
      />
      <SelectField<string>
        id="audit-staff"
        label={t('audit.staff')}
        choices={[
          { value: '', label: t('audit.everyone') },
          ...people,
          ...(isUnlisted ? [{ value: typed.staff, label: typed.staff }] : []),
        ]}
        value={typed.staff}
        onChange={(staff) => setTyped({ ...typed, staff })}
      />
      <TextField
        id="audit-from"
        type="date"
        label={t('audit.from')}
        value={typed.from}
        onChange={(from) => setTyped({ ...typed, from })}
      />
      <Button type="submit" variant="secondary" icon="search">
        {t('audit.search')}
      </Button>
    </form>
  );
}

/** Reads everybody who works or worked for the city; empty until known, and then nobody can be chosen. */
function useMembers(): readonly StaffMember[] {
  const [members, setMembers] = useState<readonly StaffMember[]>([]);
  useEffect(() => {
    let isHere = true;
    readMembers()
      .then((read) => isHere && setMembers(read))
      .catch(() => undefined);
    return () => {
      isHere = false;
    };
  }, []);
  return members;
}
