import type { Figures } from '../../../contract/staff/figures';
import { useWords } from '../../copy/words';
import { Facts } from '../../ui/fact/fact';
import { useStaff } from '../shell/session/staff-context';
import { CountsTable, useCountWords } from './counts-table';

/** Shows the figures of a period: the most important first, then by programme, area, outcome and channel. */
export function FiguresView({ figures }: { figures: Figures }) {
  const { t } = useWords();
  const words = useCountWords();
  const { requests, visits, oneVisit, waiting } = figures;
  const median = waiting?.medianDays;
  return (
    <>
      <Facts
        facts={[
          {
            label: t('figures.oneVisit'),
            value: words.share(oneVisit),
            note: words.ofAll(oneVisit),
            isLarge: true,
          },
          {
            label: t('figures.waiting'),
            value:
              waiting === null
                ? t('figures.hidden')
                : median === undefined
                  ? t('figures.none')
                  : t('figures.days', { days: median }),
            note:
              waiting === null || median === undefined
                ? undefined
                : t('figures.promise', {
                    days: waiting.promiseDays,
                    kept: words.number(waiting.withinPromise),
                    people: words.number(waiting.people),
                  }),
            isLarge: true,
          },
          { label: t('figures.requests'), value: words.number(requests) },
          { label: t('figures.visits'), value: words.number(visits) },
        ]}
      />
      <div className="figures-tables">
        <ShareTables figures={figures} />
        <CountTables figures={figures} />
      </div>
      <p className="figures-note">{t('figures.meaning')}</p>
      <p className="figures-note">{t('figures.hiddenWhy')}</p>
    </>
  );
}

function ShareTables({ figures }: { figures: Figures }) {
  const { t } = useWords();
  const { programmes } = useStaff().city.settings;
  const words = useCountWords();
  const cellsOf = (share: Figures['oneVisit']) => [words.share(share), words.ofAll(share) ?? ''];
  const heads = [t('figures.oneVisit'), t('figures.head.of')];
  return (
    <>
      <CountsTable
        caption={t('figures.byProgramme')}
        heads={[t('figures.head.programme'), ...heads]}
        lines={figures.programmes.map(({ programme, oneVisit }) => ({
          name: programmes.find(({ id }) => id === programme)?.name ?? programme,
          cells: cellsOf(oneVisit),
        }))}
      />
      <CountsTable
        caption={t('figures.byKecamatan')}
        heads={[t('figures.head.kecamatan'), ...heads]}
        lines={figures.kecamatan.map(({ name, oneVisit }) => ({ name, cells: cellsOf(oneVisit) }))}
      />
    </>
  );
}

function CountTables({ figures }: { figures: Figures }) {
  const { t } = useWords();
  const { city } = useStaff();
  const words = useCountWords();
  const nameOf = (code: string) => {
    const area = city.areas.find((one) => one.code === code);
    return area === undefined ? code : t('figures.kelurahan', { name: area.kelurahan });
  };
  return (
    <>
      <CountsTable
        caption={t('figures.byOutcome')}
        heads={[t('figures.head.outcome'), t('figures.head.services')]}
        lines={figures.outcomes.map(({ outcome, services }) => ({
          name: t(`figures.outcome.${outcome}`),
          cells: [words.count(services)],
        }))}
      />
      <CountsTable
        caption={t('figures.byChannel')}
        heads={[t('figures.head.channel'), t('figures.requests')]}
        lines={figures.channels.map(({ channel, requests }) => ({
          name: t(`figures.channel.${channel}`),
          cells: [words.count(requests)],
        }))}
      />
      <CountsTable
        caption={t('figures.byKelurahan')}
        heads={[t('figures.head.kelurahan'), t('figures.requests'), t('figures.visits')]}
        lines={figures.kelurahan.map(({ area, requests, visits }) => ({
          name: nameOf(area),
          cells: [words.count(requests), words.count(visits)],
        }))}
      />
    </>
  );
}
