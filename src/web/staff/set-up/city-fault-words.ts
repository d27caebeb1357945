import type { City } from '../../../domain/city/city';
import type { MessageId } from '../../copy/compiled/message-ids';
import type { MessageValues, Translate } from '../../copy/words';
import type { CityDraft } from './config-draft';
import type { SectionId } from './sections';

type Rule = {
  /** Of `checkCity`'s sentence; its named groups fill the places of the words. */
  readonly pattern: RegExp;
  readonly words: MessageId;
  readonly section: SectionId;
};
export type FaultLine = { readonly words: string; readonly section?: SectionId };

/** The sentences of domain/city/check-city and check-catalogue, which are for editors of files, and their words here. */
const RULES: readonly Rule[] = [
  rule('^there are no windows', 'set-up.check.noWindows', 'time'),
  rule('^window (?<window>\\S+) has a time', 'set-up.check.windowTime', 'time'),
  rule('^window (?<window>\\S+) ends before', 'set-up.check.windowEnds', 'time'),
  rule('^horizonDays is shorter', 'set-up.check.horizon', 'time'),
  rule('^keptShare', 'set-up.check.keptShare', 'time'),
  rule(
    '^(travelMinutes|leadDays|horizonDays|promiseWorkingDays|callbackWithin|maxOpen|closesAt|utcOffset)',
    'set-up.check.number',
    'time',
  ),
  rule('^(window|unit) (?<id>\\S+) is there more than once', 'set-up.check.twice', 'units'),
  rule('^the rota is empty', 'set-up.check.rotaEmpty', 'rota'),
  rule(`${rota()}: there is no such unit`, 'set-up.check.rotaUnit', 'rota'),
  rule(`${rota()}: (no windows|there is no window)`, 'set-up.check.rotaWindows', 'rota'),
  rule(`${rota()}: (no areas|unknown area)`, 'set-up.check.rotaAreas', 'rota'),
  rule(`${rota()}: `, 'set-up.check.rotaOther', 'rota'),
  rule('never comes to area \\S+ (?<kelurahan>.+)$', 'set-up.check.reach', 'rota'),
  rule('^service (?<service>\\S+) needs .+ no unit carries', 'set-up.check.equipment', 'units'),
  rule('^holiday (?<id>\\S+) is there more than once', 'set-up.check.holidayTwice', 'holidays'),
  rule('^(?<id>\\S*) is not a day of the calendar', 'set-up.check.noDay', 'holidays'),
  rule('^closure of (?<id>[^\\s:]+): there is no', 'set-up.check.closure', 'closures'),
  rule('^service (?<service>[^\\s:]+): minutes', 'set-up.check.serviceMinutes', 'services'),
  rule('^service (?<service>[^\\s:]+): a part', 'set-up.check.standard', 'services'),
  rule('^service (?<service>[^\\s:]+): there is no', 'set-up.check.paper', 'services'),
  rule('^package (?<package>[^\\s:]+)', 'set-up.check.package', 'services'),
  rule('^requirement (?<requirement>\\S+) is asked for by no', 'set-up.check.unusedPaper', 'services'),
];

/** Each fault in the words of the screen, once; one that no rule knows stays as the server said it. */
export function cityFaultLines(
  faults: readonly string[],
  config: CityDraft,
  city: City,
  t: Translate,
): readonly FaultLine[] {
  const lines = faults.map((fault) => lineOf(fault, config, city, t));
  return lines.filter(({ words }, index) => lines.findIndex((other) => other.words === words) === index);
}

function lineOf(fault: string, config: CityDraft, city: City, t: Translate): FaultLine {
  for (const { pattern, words, section } of RULES) {
    const match = pattern.exec(fault);
    if (match) return { words: t(words, namesOf(match.groups ?? {}, config, city, t)), section };
  }
  return { words: fault };
}

/** Ids are for files: the screen says names. */
function namesOf(
  groups: Readonly<Record<string, string>>,
  { settings, catalogue }: CityDraft,
  city: City,
  t: Translate,
): MessageValues {
  const lists: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>> = {
    window: settings.windows,
    unit: [...settings.units, ...city.settings.units],
    service: catalogue.services,
    requirement: catalogue.requirements,
    package: catalogue.packages,
  };
  const named = Object.entries(groups).map(([key, id]) => {
    if (key === 'weekday') return [key, t(`set-up.weekday.${weekdayOf(id)}`)];
    return [key, lists[key]?.find((item) => item.id === id)?.name ?? id];
  });
  return Object.fromEntries(named);
}

function weekdayOf(text: string): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const days = [1, 2, 3, 4, 5, 6, 7] as const;
  return days.find((day) => String(day) === text) ?? 1;
}

function rule(pattern: string, words: MessageId, section: SectionId): Rule {
  return { pattern: new RegExp(pattern), words, section };
}

/** How `checkCity` names a line of the rota. */
function rota(): string {
  return '^rota of (?<unit>\\S+) on weekday (?<weekday>\\d+)';
}
