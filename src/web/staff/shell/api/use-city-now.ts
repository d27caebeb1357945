import { useEffect, useState } from 'react';
import { cityAnswer, readCityConfig } from '../../../../contract/city-config';
import type { City } from '../../../../domain/city/city';
import { configureCity } from '../../../../domain/city/configure-city';
import { callApi } from './api';

/** Holds nothing personal: every resident's phone gets the same. */
const KEY = 'mpp-staff-city';

/**
 * Returns the city's current configuration: first as this browser last read it, then as the server has it
 * once a member is signed in.
 */
export function useCityNow(built: City, isSignedIn: boolean): City {
  const [city, setCity] = useState(() => readKept(built));
  useEffect(() => {
    if (!isSignedIn) return;
    let isShown = true;
    const ask = async () => {
      const { config } = await callApi('GET', '/api/city', cityAnswer);
      keep(config);
      if (isShown) setCity(cityOf(built, config));
    };
    // Without an answer the city stays as last known.
    void ask().catch(() => undefined);
    return () => {
      isShown = false;
    };
  }, [built, isSignedIn]);
  return city;
}

function cityOf(built: City, config: unknown): City {
  const choices = config === null ? undefined : readCityConfig(config);
  return choices === undefined ? built : configureCity(built, choices);
}

function readKept(built: City): City {
  try {
    return cityOf(built, JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return built;
  }
}

function keep(config: unknown): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(config));
  } catch {
    // Without storage, the browser asks again at each opening.
  }
}
