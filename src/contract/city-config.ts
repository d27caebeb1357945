import * as v from 'valibot';
import type { Weekday } from '../domain/calendar/local-date';
import type { UnitId } from '../domain/calendar/window';
import type { CityChoices } from '../domain/city/configure-city';
import { SAME_MATTER_DAYS } from '../domain/figures/same-matter';
import { programmeId } from './programme-id';
import { localDate, packageId, questionId, requirementId, serviceId, shortText, windowId } from './scalars';
import { readKnown } from './set-aside';
import { clock, windowRule } from './window-rule';

/*
 * Everything that a city edits, its settings and its catalogue, complete in one readable file. This repeats
 * the types of domain/city, because nothing in a file from outside is trusted; `checkCity` judges what a
 * schema cannot express.
 */
const unitSlug = v.pipe(
  v.string(),
  v.maxLength(40),
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  v.transform((text) => text as UnitId),
);
const weekday = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(1),
  v.maxValue(7),
  v.transform((number) => number as Weekday),
);
const DEFAULT_CALLBACK_WITHIN_HOURS = 4;
const DEFAULT_PHOTO_DAYS = 30;
/**
 * The two programmes that services could name before programmes became settings, under their names of that
 * time.
 */
const DEFAULT_PROGRAMMES = [
  { id: 'mpp-mobile', name: 'MPP Mobile', summary: '' },
  { id: 'nasi-ketan', name: 'Nasi Ketan', summary: '' },
];
const DEFAULT_BOOKING_DAYS = 365;
const name = v.pipe(v.string(), v.minLength(1), v.maxLength(120));
const words = shortText(600);
const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440));
const equipment = v.pipe(v.array(v.picklist(['biometric'])), v.maxLength(1));
const atOffice = v.strictObject({ is: v.boolean(), note: v.exactOptional(words) });

function listOf<const Item extends v.GenericSchema>(item: Item, max: number) {
  return v.pipe(v.array(item), v.maxLength(max));
}

const citySettings = v.strictObject({
  programmeName: name,
  zone: v.pipe(v.string(), v.maxLength(60)),
  utcOffsetMinutes: v.pipe(v.number(), v.integer(), v.minValue(-720), v.maxValue(840)),
  windows: listOf(windowRule, 6),
  /** As `callbackWithinHours` below. */
  programmes: v.exactOptional(
    listOf(
      v.strictObject({
        id: programmeId,
        name,
        summary: words,
        about: v.exactOptional(words),
        first: v.exactOptional(serviceId),
        isOnHome: v.exactOptional(v.boolean()),
      }),
      20,
    ),
    DEFAULT_PROGRAMMES,
  ),
  units: listOf(
    v.strictObject({ id: unitSlug, name, equipment, programmes: v.exactOptional(listOf(programmeId, 20)) }),
    40,
  ),
  rota: listOf(
    v.strictObject({
      unit: unitSlug,
      weekday,
      windows: listOf(windowId, 6),
      areas: listOf(v.pipe(v.string(), v.maxLength(13), v.regex(/^\d{2}(\.\d{2}){1,2}(\.\d{4})?$/)), 200),
      minutes: v.exactOptional(minutes),
    }),
    600,
  ),
  holidays: listOf(v.strictObject({ date: localDate, name }), 200),
  closures: listOf(
    v.strictObject({
      date: localDate,
      reason: name,
      unit: v.exactOptional(unitSlug),
      window: v.exactOptional(windowId),
    }),
    400,
  ),
  keptShare: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  travelMinutes: minutes,
  leadDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
  closesAt: clock,
  horizonDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
  promiseWorkingDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60)),
  maxOpenBookingsPerDevice: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  /** Absent in configurations older than this setting. */
  callbackWithinHours: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(80)),
    DEFAULT_CALLBACK_WITHIN_HOURS,
  ),
  /** As `callbackWithinHours`. */
  photoDays: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(730)),
    DEFAULT_PHOTO_DAYS,
  ),
  /** As `callbackWithinHours`. */
  bookingDays: v.exactOptional(
    v.pipe(v.number(), v.integer(), v.minValue(SAME_MATTER_DAYS), v.maxValue(3_650)),
    DEFAULT_BOOKING_DAYS,
  ),
  contacts: listOf(
    v.strictObject({
      label: name,
      phone: v.exactOptional(v.pipe(v.string(), v.regex(/^\+62\d{7,12}$/))),
      whatsapp: v.exactOptional(v.boolean()),
      hours: v.exactOptional(name),
    }),
    20,
  ),
  complaints: v.strictObject({
    text: words,
    url: v.pipe(v.string(), v.regex(/^https:\/\/\S{1,200}$/)),
    sms: name,
  }),
  office: v.exactOptional(
    v.strictObject({ name, address: v.exactOptional(words), hours: v.exactOptional(name) }),
  ),
});

const answerIs = v.strictObject({ question: questionId, is: v.boolean() });

const service = v.strictObject({
  id: serviceId,
  name,
  shortName: name,
  summary: words,
  agency: name,
  programme: programmeId,
  atOffice: v.exactOptional(atOffice),
  minutes,
  present: v.picklist(['yes', 'no', 'to-confirm']),
  ownPhone: v.boolean(),
  equipment,
  standard: v.strictObject({
    persyaratan: listOf(
      v.strictObject({
        requirement: requirementId,
        when: v.exactOptional(answerIs),
        unless: v.exactOptional(answerIs),
        madeBy: v.exactOptional(serviceId),
      }),
      40,
    ),
    prosedur: listOf(words, 20),
    jangkaWaktu: words,
    biaya: words,
    produk: words,
    pengaduan: words,
  }),
  searchWords: listOf(name, 40),
});

const catalogue = v.strictObject({
  requirements: listOf(
    v.strictObject({
      id: requirementId,
      name,
      kind: v.picklist(['form', 'original', 'copy']),
      note: v.exactOptional(words),
    }),
    300,
  ),
  questions: listOf(
    v.strictObject({
      id: questionId,
      text: words,
      hint: v.exactOptional(words),
      when: v.exactOptional(answerIs),
    }),
    60,
  ),
  services: listOf(service, 120),
  referrals: listOf(
    v.strictObject({
      id: serviceId,
      name,
      agency: name,
      whereToGo: words,
      hours: v.exactOptional(name),
      atOffice: v.exactOptional(atOffice),
      searchWords: listOf(name, 40),
    }),
    120,
  ),
  packages: listOf(
    v.strictObject({
      id: packageId,
      name,
      summary: words,
      services: listOf(serviceId, 12),
      referrals: listOf(serviceId, 20),
      known: v.exactOptional(listOf(answerIs, 20)),
      choice: v.exactOptional(
        v.strictObject({
          text: words,
          options: listOf(v.strictObject({ label: name, service: serviceId }), 12),
        }),
      ),
    }),
    60,
  ),
});

/** The complete configuration of a city: exported, edited and imported as one file. */
export const cityConfig = v.strictObject({ settings: citySettings, catalogue });

/**
 * Response of `GET /api/city`: what phones show and plan by. Revision 0 is the configuration the app was
 * built with.
 */
export const cityAnswer = v.object({
  revision: v.pipe(v.number(), v.integer()),
  config: v.nullable(cityConfig),
});

/** Reads the configuration in a file or a response; `undefined` when it is not valid. */
export function parseCityConfig(config: unknown): CityChoices | undefined {
  const parsed = v.safeParse(cityConfig, config);
  return parsed.success ? parsed.output : undefined;
}

/**
 * Reads the configuration that a server gives, which may be newer than this app: members that this app does
 * not know are set aside. `undefined` where the rest is not valid.
 */
export function readCityConfig(config: unknown): CityChoices | undefined {
  return readKnown(cityConfig, config);
}

export type CityAnswer = v.InferOutput<typeof cityAnswer>;
