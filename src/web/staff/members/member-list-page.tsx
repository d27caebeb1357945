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

/** Lists everybody who can sign in, with their role and whether they have signed in yet. */
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
          // Scrolls on its own on a narrow screen; the links of its rows let the keyboard scroll it.
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

/** Says whether a member is invited, active or disabled. */
export function MemberState({ member }: { member: StaffMember }) {
  const { t } = useWords();
  if (member.isDisabled) return <StatusTag tone="bad">{t('members.state.disabled')}</StatusTag>;
  if (!member.hasPassword) return <StatusTag tone="waiting">{t('members.state.invited')}</StatusTag>;
  return <StatusTag tone="good">{t('members.state.active')}</StatusTag>;
}
