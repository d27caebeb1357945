import type { PointFromArea } from '../../../../domain/city/point-from-area';
import type { Words } from '../../../copy/words';

/** Says where a point lies: `1,2 km di timur laut dari tengah Kel. Metro`. */
export function pointWords({ area, metres, direction }: PointFromArea, { t, locale }: Words): string {
  const isNear = metres < 1000;
  // Javanese numbers are written as in Indonesian.
  const number = new Intl.NumberFormat(locale === 'en' ? 'en' : 'id', {
    maximumFractionDigits: metres < 10_000 ? 1 : 0,
  });
  const distance = isNear ? `${metres} m` : `${number.format(metres / 1000)} km`;
  return t('booking.gps.where', {
    distance,
    direction: t(`booking.gps.direction.${direction}`),
    area: area.kelurahan,
  });
}
