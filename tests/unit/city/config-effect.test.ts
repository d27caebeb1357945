import { describe, expect, it } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import type { LocalDate } from '../../../src/domain/calendar/local-date';
import { slotsFor } from '../../../src/domain/calendar/slots';
import { ANY_UNIT } from '../../../src/domain/calendar/unit-needs';
import type { ProgrammeId } from '../../../src/domain/catalogue/programme';
import type { ServiceId } from '../../../src/domain/catalogue/service';
import type { City, CitySettings } from '../../../src/domain/city/city';
import { effectOfConfig, type PlannedVisit } from '../../../src/domain/city/config-effect';

const MONDAY = '2026-09-07' as LocalDate;
const area = metro.areas[0]?.code ?? '';
const [slot] = slotsFor(metro, { ...ANY_UNIT, area, from: MONDAY, days: 7 });

function visit(id: string, minutes: number): PlannedVisit<string> {
  if (!slot) throw new Error('the rota serves no area');
  const { date, window, unit } = slot;
  return { id, date, window, unit, area, equipment: [], services: [], minutes };
}

function cityWith(settings: Partial<CitySettings>): City {
  return { ...metro, settings: { ...metro.settings, ...settings } };
}

describe('the effect of a configuration change', () => {
  it('reports no visit where the window stays', () => {
    expect(effectOfConfig(metro, [visit('a', 30), visit('b', 30)])).toEqual([]);
  });

  it('reports a visit on a day that is closed', () => {
    const closed = cityWith({ closures: [{ date: slot?.date ?? MONDAY, reason: 'Banjir' }] });
    expect(effectOfConfig(closed, [visit('a', 30)])).toEqual([{ id: 'a', why: 'window-gone' }]);
  });

  it('fills a smaller window in the order of booking, and reports a visit that no longer fits', () => {
    const rota = metro.settings.rota.map((line) => ({ ...line, minutes: 60 }));
    const effects = effectOfConfig(cityWith({ rota }), [
      visit('first', 40),
      visit('second', 30),
      visit('third', 20),
    ]);
    expect(effects).toEqual([{ id: 'second', why: 'window-too-small' }]);
  });

  it('reports a visit whose unit lost the equipment', () => {
    const units = metro.settings.units.map((unit) => ({ ...unit, equipment: [] }));
    const needy = { ...visit('a', 30), equipment: ['biometric'] as const };
    expect(effectOfConfig(cityWith({ units }), [needy])).toEqual([{ id: 'a', why: 'window-gone' }]);
  });

  it('reports only the visit whose unit now serves another programme', () => {
    const units = metro.settings.units.map((unit) => ({
      ...unit,
      programmes: ['nasi-ketan' as ProgrammeId],
    }));
    const [card, licence] = ['kk', 'nib'].map((id) => ({ ...visit(id, 30), services: [id as ServiceId] }));
    if (card === undefined || licence === undefined) throw new Error('the test needs two visits');
    expect(effectOfConfig(cityWith({ units }), [card, licence])).toEqual([{ id: 'kk', why: 'window-gone' }]);
  });
});
