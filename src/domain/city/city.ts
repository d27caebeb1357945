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

/** A way to reach people. */
export type ContactPoint = {
  readonly label: string;
  /** E.164; absent while the city has not set it. */
  readonly phone?: string;
  readonly whatsapp?: boolean;
  readonly hours?: string;
};

/** A programme that brings services to homes: the city's own line, or an agency's. Each has its own page. */
export type Programme = {
  readonly id: ProgrammeId;
  readonly name: string;
  /** Whom the programme is for, in one sentence. */
  readonly summary: string;
  /** What the programme is for, at more length; absent while not written. */
  readonly about?: string;
  /** The service that the programme's page requests with one press. */
  readonly first?: ServiceId;
  /** Whether the home page links to it. */
  readonly isOnHome?: boolean;
};

/** What a city chooses. Every value is a setting; none is a fact built into the code. */
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
  /** Share of a window's minutes kept back from online booking, 0 to 1. */
  readonly keptShare: number;
  readonly travelMinutes: number;
  /** The earliest day that can be requested is this many days after today... */
  readonly leadDays: number;
  /** ...and one day later once this time of day has passed (the day's closing time). */
  readonly closesAt: LocalTime;
  /** How many days ahead residents can book. */
  readonly horizonDays: number;
  readonly promiseWorkingDays: number;
  readonly maxOpenBookingsPerDevice: number;
  /**
   * Whoever asks for a callback is called within this many opening hours (domain/calendar/callback-promise).
   */
  readonly callbackWithinHours: number;
  /** Photos are deleted this many days after the booking is closed; at once if it is cancelled. */
  readonly photoDays: number;
  /** Personal data of a booking are erased this many days after it is closed or cancelled. */
  readonly bookingDays: number;
  readonly contacts: readonly ContactPoint[];
  readonly complaints: { readonly text: string; readonly url: string; readonly sms: string };
  /** Where the MPP is by default, and its hours; absent while not set. */
  readonly office?: { readonly name: string; readonly address?: string; readonly hours?: string };
};

/** A city without its long lists: enough for a first page. */
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
