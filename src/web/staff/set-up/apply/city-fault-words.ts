import type { City } from '../../../../domain/city/city';
import type { MessageId } from '../../../copy/compiled/message-ids';
import type { MessageValues, Translate } from '../../../copy/words';
import { PATHS } from '../../shell/paths';
import type { CatalogueDraft, CityDraft } from '../draft/config-draft';
import { SECTIONS, type SectionId } from '../draft/sections';
import { pageOfField } from './page-of-field';

type Rule = {
  /** Matches a sentence of `checkCity`; its named groups fill the placeholders of the words. */
  readonly pattern: RegExp;
  readonly words: MessageId;
  readonly section: SectionId;
  /** The field of the named thing, to which its page links. A group's name in braces stands for the group. */
  readonly field?: string | undefined;
};
export type FaultLine = {
  readonly words: string;
  readonly section?: SectionId;
  /** The path in the configuration, where the sentence is about one field. */
  readonly path?: string | undefined;
  /** The address of what must be changed. */
  readonly to?: string;
};
type Groups = Readonly<Record<string, string>>;

/**
 * The sentences of domain/city/check-city and check-catalogue, which are written for editors of files, and
 * their words on screen.
 */
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
  rule('^window (?<window>\\S+) has hours for no stretch', 'set-up.check.windowDates', 'time'),
  rule('^window (?<window>\\S+) has two hours', 'set-up.check.windowTwice', 'time'),
  rule('^(window|unit) (?<id>\\S+) is there more than once', 'set-up.check.twice', 'units'),
  rule('^the rota is empty', 'set-up.check.rotaEmpty', 'rota'),
  rule(`${rota()}: there is no such unit`, 'set-up.check.rotaUnit', 'rota'),
  rule(`${rota()}: (no windows|there is no window)`, 'set-up.check.rotaWindows', 'rota'),
  rule(`${rota()}: (no areas|unknown area)`, 'set-up.check.rotaAreas', 'rota'),
  rule(`${rota()}: `, 'set-up.check.rotaOther', 'rota'),
  rule('never comes to area \\S+ (?<kelurahan>.+)$', 'set-up.check.reach', 'rota'),
  rule('^service (?<service>\\S+) needs .+ no unit carries', 'set-up.check.equipment', 'units'),
  rule('^service (?<service>\\S+) is of programme', 'set-up.check.programmeUnits', 'units'),
  rule(
    '^service (?<service>[^\\s:]+): there is no programme',
    'set-up.check.programme',
    'services',
    'programme',
  ),
  rule('^programme (?<programme>\\S+) begins with', 'set-up.check.programmeFirst', 'programmes'),
  rule('^programme (?<id>\\S+) is there more than once', 'set-up.check.twice', 'programmes'),
  rule('^unit (?<unit>\\S+) serves no programme', 'set-up.check.unitProgrammes', 'units'),
  rule('^unit (?<unit>[^\\s:]+): there is no programme', 'set-up.check.unitProgrammes', 'units'),
  rule(`${pkg()}: no unit serves all`, 'set-up.check.packageUnits', 'packages', 'services'),
  rule('^holiday (?<id>\\S+) is there more than once', 'set-up.check.holidayTwice', 'holidays'),
  rule('^(?<id>\\S*) is not a day of the calendar', 'set-up.check.noDay', 'holidays'),
  rule('^closure of (?<id>[^\\s:]+): there is no', 'set-up.check.closure', 'closures'),
  rule('^service (?<service>[^\\s:]+): minutes', 'set-up.check.serviceMinutes', 'services', 'minutes'),
  rule('^service (?<service>[^\\s:]+): a part', 'set-up.check.standard', 'services'),
  rule(
    '^service (?<service>[^\\s:]+): paper (?<line>\\d+) is made by',
    'set-up.check.madeBy',
    'services',
    'standard.persyaratan.{line}.madeBy',
  ),
  rule('^service (?<service>[^\\s:]+): there is no', 'set-up.check.requirement', 'services'),
  rule('^requirement (?<requirement>\\S+) is asked for by no', 'set-up.check.unusedRequirement', 'services'),
  rule('^(requirement|service) (?<id>\\S+) is there more than once', 'set-up.check.twice', 'services'),
  rule('^package (?<id>\\S+) is there more than once', 'set-up.check.twice', 'packages'),
  rule('^package (?<package>\\S+) has no summary', 'set-up.check.packageSummary', 'packages', 'summary'),
  rule(`${pkg()}.*choice is empty`, 'set-up.check.choiceText', 'packages', 'choice.text'),
  rule(`${pkg()}.*fewer than two`, 'set-up.check.choiceFew', 'packages', 'choice.text'),
  rule(`${pkg()}.*both always`, 'set-up.check.choiceBoth', 'packages', 'services'),
  rule('^package (?<package>\\S+) names', 'set-up.check.packageTwice', 'packages', 'services'),
  rule(
    `${pkg()}: answer (?<line>\\d+) is to no`,
    'set-up.check.packageKnown',
    'packages',
    'known.{line}.question',
  ),
  rule(
    `${pkg()}: answer (?<line>\\d+) is to a question answered`,
    'set-up.check.packageKnownTwice',
    'packages',
    'known.{line}.question',
  ),
  rule(`${pkg()}: there is no referral`, 'set-up.check.packageReferral', 'packages', 'referrals'),
  rule('^package (?<package>[^\\s:]+)', 'set-up.check.package', 'packages', 'services'),
  rule('^question (?<id>\\S+) is there more than once', 'set-up.check.twice', 'questions'),
  rule('^question (?<question>\\S+) is asked by no', 'set-up.check.unusedQuestion', 'questions'),
  rule(
    '^question (?<question>\\S+) hangs on question (?<other>[^\\s,]+)',
    'set-up.check.questionWhen',
    'questions',
    'when',
  ),
  rule('^question (?<question>\\S+) asks nothing', 'set-up.check.questionText', 'questions', 'text'),
  rule('^referral (?<referral>\\S+) does not say', 'set-up.check.whereToGo', 'referrals', 'whereToGo'),
];

/**
 * Returns each fault once, in the words of the screen; a fault without a rule stays in the server's words.
 */
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
  for (const { pattern, words, section, field } of RULES) {
    const match = pattern.exec(fault);
    if (match === null) continue;
    const groups = match.groups ?? {};
    const item = itemOf(groups, config, section);
    const path = item && field && `${item}.${field.replace(/\{(\w+)\}/g, (_, name) => groups[name] ?? '')}`;
    return {
      words: t(words, namesOf(groups, config, city, t)),
      section,
      path,
      to: pageOf(path, item, config, section),
    };
  }
  return { words: fault };
}

const LIST_OF: Readonly<Record<string, SectionId & keyof CatalogueDraft>> = {
  service: 'services',
  package: 'packages',
  question: 'questions',
  referral: 'referrals',
};

/** Returns the path of the thing that a sentence names, where its section has a page for each. */
function itemOf(groups: Groups, config: CityDraft, section: SectionId): string | undefined {
  for (const [key, id] of Object.entries(groups)) {
    const list = LIST_OF[key];
    if (list === undefined || list !== section) continue;
    const place = config.catalogue[list].findIndex((item) => item.id === id);
    if (place >= 0) return `catalogue.${list}.${place}`;
  }
  return undefined;
}

/** Returns the address of the field, otherwise of the thing's page, otherwise of the section's page. */
function pageOf(path: string | undefined, item: string | undefined, config: CityDraft, section: SectionId) {
  if (path !== undefined) return pageOfField(path, config);
  const [page] = item === undefined ? [] : pageOfField(item, config).split('#');
  return page ?? `${PATHS.setUp}/${SECTIONS.find(({ id }) => id === section)?.path}`;
}

/** Returns names for ids, because the screen shows names. */
function namesOf(
  groups: Groups,
  { settings, catalogue }: CityDraft,
  city: City,
  t: Translate,
): MessageValues {
  const questions = catalogue.questions.map(({ id, text }) => ({
    id,
    name: text || t('set-up.questions.new'),
  }));
  const lists: Readonly<Record<string, readonly { readonly id: string; readonly name: string }[]>> = {
    window: settings.windows,
    unit: [...settings.units, ...city.settings.units],
    programme: [...(settings.programmes ?? []), ...city.settings.programmes],
    service: catalogue.services,
    requirement: catalogue.requirements,
    package: catalogue.packages,
    referral: catalogue.referrals,
    question: questions,
    other: questions,
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

function rule(pattern: string, words: MessageId, section: SectionId, field?: string): Rule {
  return { pattern: new RegExp(pattern), words, section, field };
}

/** Returns the pattern for how `checkCatalogue` names a package. */
function pkg(): string {
  return '^package (?<package>[^\\s:]+)';
}

/** Returns the pattern for how `checkCity` names a line of the rota. */
function rota(): string {
  return '^rota of (?<unit>\\S+) on weekday (?<weekday>\\d+)';
}
