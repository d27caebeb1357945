import './members.css';
import { Link } from 'react-router-dom';
import type { StaffMember } from '../../../contract/staff/auth';
import { useWords } from '../../copy/words';
import { ButtonLink } from '../../ui/button/button';
import { PageHeading } from '../../ui/page-heading/page-heading';
import { StatusTag } from '../../ui/status-tag/status-tag';
import { AnswerView } from '../shell/api/answer-view';
import { PATHS } from '../shell/paths';
import { useStaff } from '../shell/session/staff-context';
import { placeOf } from './place-of';
import { useMembers } from './use-members';

/** Everybody who can sign in, with what they may do and whether they have begun. */
export function MemberListPage() {
  const { t } = useWords();
  const answer = useMembers();
  return (
    <main className="members" id="isi" tabIndex={-1}>
      <div className="members__head">
        <PageHeading title={`${t('members.title')} – ${t('staff.name')}`}>{t('members.title')}</PageHeading>
        <div className="members__invite">
          <ButtonLink to={`${PATHS.members}/undang`} icon="plus">
            {t('members.invite')}
          </ButtonLink>
        </div>
      </div>
      <AnswerView answer={answer}>
        {({ members }) => (
          // Scrolls inside itself on a narrow screen; the keyboard moves it by the links of its rows.
          <section className="members__scroll" aria-label={t('members.table')}>
            <table className="members__table">
              <thead>
                <tr>
                  <th scope="col">{t('members.name')}</th>
                  <th scope="col">{t('members.role')}</th>
                  <th scope="col">{t('members.place')}</th>
                  <th scope="col">{t('members.state')}</th>
                </tr>
              </thead>
              <tbody>
                {members.map((member) => (
                  <Row key={member.id} member={member} />
                ))}
              </tbody>
            </table>
          </section>
        )}
      </AnswerView>
    </main>
  );
}

function Row({ member }: { member: StaffMember }) {
  const { t } = useWords();
  const { city } = useStaff();
  return (
    <tr>
      <th scope="row">
        <Link className="members__link" to={`${PATHS.members}/${member.id}`}>
          {member.name}
        </Link>
        <span className="members__sign-in-name">{member.signInName}</span>
      </th>
      <td>{t(`staff.role.${member.role}`)}</td>
      <td>{placeOf(member, city) || '–'}</td>
      <td>
        <MemberState member={member} />
      </td>
    </tr>
  );
}

/** Whether somebody can sign in: invited, active, disabled. */
export function MemberState({ member }: { member: StaffMember }) {
  const { t } = useWords();
  if (member.isDisabled) return <StatusTag tone="bad">{t('members.state.disabled')}</StatusTag>;
  if (!member.hasPassword) return <StatusTag tone="waiting">{t('members.state.invited')}</StatusTag>;
  return <StatusTag tone="good">{t('members.state.active')}</StatusTag>;
}
