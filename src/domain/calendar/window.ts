import type { ProgrammeId } from '../catalogue/programme';
import type { LocalDate, LocalTime, Weekday } from './local-date';

/** Id of a stretch of the day in which a visit is promised, e.g. `pagi`. */
export type WindowId = string & { readonly __brand: 'WindowId' };

/** Id of a vehicle with its crew and equipment. */
export type UnitId = string & { readonly __brand: 'UnitId' };

/** Equipment that a unit may carry and a service may need. */
export type Equipment = 'biometric';

export type Hours = { readonly start: LocalTime; readonly end: LocalTime };

/** Hours with different ones on some weekdays (Friday's longer noon). */
export type WeekHours = Hours & {
  readonly onWeekday?: Readonly<Partial<Record<Weekday, Hours>>>;
};

/** A stretch of dates, `to` included, with hours of its own (Ramadan). */
export type DatedHours = WeekHours & {
  readonly name: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
};

/** One window of the day. Stretches of dates do not overlap. */
export type WindowRule = WeekHours & {
  readonly id: WindowId;
  readonly name: string;
  readonly onDates?: readonly DatedHours[];
};

export type Unit = {
  readonly id: UnitId;
  readonly name: string;
  readonly equipment: readonly Equipment[];
  /** The programmes whose services the unit brings; all programmes if absent. */
  readonly programmes?: readonly ProgrammeId[];
};

/** One line of the rota: this unit serves these areas in these windows on this weekday. */
export type RotaLine = {
  readonly unit: UnitId;
  readonly weekday: Weekday;
  readonly windows: readonly WindowId[];
  /** Codes of single kelurahan, or of a kecamatan for all of its kelurahan. */
  readonly areas: readonly string[];
  /** Minutes to give out; the length of the window if absent. */
  readonly minutes?: number;
};

/** A day, or part of one, on which no visits are made. */
export type Closure = {
  readonly date: LocalDate;
  readonly reason: string;
  /** Limits the closure to this unit or this window; whatever is absent is closed entirely. */
  readonly unit?: UnitId;
  readonly window?: WindowId;
};

/** What a resident can ask for: one window of one day. */
export type WindowChoice = { readonly date: LocalDate; readonly window: WindowId };

/** A window of one unit on one day, with the minutes it can hold. */
export type Slot = WindowChoice & {
  readonly unit: UnitId;
  readonly start: LocalTime;
  readonly end: LocalTime;
  /** All minutes of the window. */
  readonly capacityMinutes: number;
  /** The minutes that online residents may use; the rest is kept for phone calls, kelurahan and callbacks. */
  readonly onlineCapacityMinutes: number;
};
