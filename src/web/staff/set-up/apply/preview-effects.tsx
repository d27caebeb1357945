import { Link } from 'react-router-dom';
import type { ConfigPreview } from '../../../../contract/staff/config';
import type { PublicNumber } from '../../../../domain/booking/booking';
import { formatPublicNumber } from '../../../../domain/booking/public-number';
import { hasPermission } from '../../../../domain/staff/role';
import { useWords } from '../../../copy/words';
import { Notice } from '../../../ui/notice/notice';
import { PATHS } from '../../shell/paths';
import { useStaff } from '../../shell/session/staff-context';

/** Shows what a draft does to scheduled visits. */
export function PreviewEffects({ preview: { effects, kept } }: { preview: ConfigPreview }) {
  const { t } = useWords();
  if (effects.length === 0) {
    return (
      <Notice kind="success" title={t('set-up.effect.none')} isLive>
        {t('set-up.effect.kept', { kept })}
      </Notice>
    );
  }
  return (
    <Notice kind="warning" title={t('set-up.effect.some', { count: effects.length })} isLive>
      <p>{t('set-up.effect.text')}</p>
      <div className="set-up-scroll">
        <table className="set-up-table">
          <caption>{t('set-up.effect.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('set-up.effect.number')}</th>
              <th scope="col">{t('set-up.effect.why')}</th>
            </tr>
          </thead>
          <tbody>
            {effects.map(({ id, number, why }) => (
              <tr key={id}>
                <td>
                  <BookingNumber number={number} />
                </td>
                <td>{t(`set-up.effect.${why}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p>{t('set-up.effect.kept', { kept })}</p>
    </Notice>
  );
}

/** Links to the desk only for roles that may open it. */
function BookingNumber({ number }: { number: PublicNumber }) {
  const { me } = useStaff();
  if (!hasPermission(me.role, 'see-bookings')) return formatPublicNumber(number);
  return <Link to={`${PATHS.desk}/permohonan?q=${number}`}>{formatPublicNumber(number)}</Link>;
}
