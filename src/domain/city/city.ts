import type { LocalDate, LocalTime } from '../calendar/local-date';
import type { Closure, RotaLine, Unit, WindowRule } from '../calendar/window';
import type { ProgrammeId } from '../catalogue/programme';
import type { Catalogue, ServiceId } from '../catalogue/service';

/** Kemendagri code of a kelurahan, e.g. `18.72.01.1001`. */
export type AreaCode = string & { readonly __brand: 'AreaCode' };

export type Area = {
  readonly code: AreaCode;
  readonly kelurahan: string;
  readonly kecamatan: string;
  /** A point inside the area, degrees WGS 84. */
  readonly lat: number;
  readonly lng: number;
};

/** A way to reach people; `sample` marks a value the city has not set yet. */
export type ContactPoint = {
  readonly label: string;
  /** E.164; absent while the city has not set it. */
  readonly phone?: string;
  readonly whatsapp?: boolean;
  readonly hours?: string;
};

/** Who brings services to homes: the city's own line, or one of an agency. Each has a page of its own. */
export type Programme = {
  readonly id: ProgrammeId;
  readonly name: string;
  /** For whom, in one sentence. */
  readonly summary: string;
  /** What it is for, at more length; absent while not written. */
  readonly about?: string;
  /** The service that its page asks for with one press. */
  readonly first?: ServiceId;
  /** Whether the first page leads to it. */
  readonly isOnHome?: boolean;
};

/** What a city chooses. Every value is a setting, none a fact of the code. */
export type CitySettings = {
  readonly programmeName: string;
  readonly zone: string;
  readonly utcOffsetMinutes: number;
  readonly windows: readonly WindowRule[];
  readonly programmes: readonly Programme[];
  readonly units: readonly Unit[];
  readonly rota: readonly RotaLine[];
  readonly holidays: readonly { readonly date: LocalDate; readonly name: string }[];
  readonly closures: readonly Closure[];
  /** Share of a window's minutes kept from the online rush, 0 to 1. */
  readonly keptShare: number;
  readonly travelMinutes: number;
  /** Earliest day: this many days after today... */
  readonly leadDays: number;
  /** ...and one day later still once this time of day has passed (closing of the day). */
  readonly closesAt: LocalTime;
  /** How many days ahead can be booked. */
  readonly horizonDays: number;
  readonly promiseWorkingDays: number;
  readonly maxOpenBookingsPerDevice: number;
  /** Who asks to be called is called within so many opening hours (domain/calendar/callback-promise). */
  readonly callbackWithinHours: number;
  /** Photos are forgotten so many days after the booking was closed; at once where it was cancelled. */
  readonly photoDays: number;
  /** Personal data of a booking are erased so many days after it was closed or cancelled. */
  readonly bookingDays: number;
  readonly contacts: readonly ContactPoint[];
  readonly complaints: { readonly text: string; readonly url: string; readonly sms: string };
  /** Default place of the MPP and its hours; absent while not set. */
  readonly office?: { readonly name: string; readonly address?: string; readonly hours?: string };
};

/** A city without its long lists: what can be said of it on a first page. */
export type Place = {
  /** Kemendagri code of the city, e.g. `18.72`. */
  readonly code: string;
  readonly name: string;
  readonly province: string;
  readonly settings: CitySettings;
};

export type City = Place & {
  readonly areas: readonly Area[];
  readonly catalogue: Catalogue;
};
