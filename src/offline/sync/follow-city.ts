import type { City } from '../../domain/city/city';
import { configureCity } from '../../domain/city/configure-city';
import type { PhoneStore } from '../store/engine/phone-store';
import { type Fetch, fetchInTime } from './fetch-in-time';

export type FollowCityOptions = {
  readonly store: PhoneStore;
  /** The city as this app was built. */
  readonly built: City;
  /** Receives each newer version of the city. */
  readonly onCity: (city: City) => void;
  readonly fetch?: Fetch;
  /** The server's origin, without a trailing slash; empty means where the page came from. */
  readonly baseUrl?: string;
};

export type CityFollower = {
  /** Reads the city as last kept on this phone; as built where none is kept or the kept one is not valid. */
  readonly load: () => Promise<City>;
  /** Receives the server's revision, and fetches once what this phone does not know yet. Never rejects. */
  readonly hear: (revision: number) => Promise<void>;
  /** Asks the server, for a phone that has nothing to sync and so learns no revision. Never rejects. */
  readonly ask: () => Promise<void>;
  /**
   * Asks the server whose database was put back to a backup: the same revision may be another configuration.
   * Never rejects.
   */
  readonly askAgain: () => Promise<void>;
};

/** No revision: whatever the server names is another. */
const NONE = -1;

/**
 * Follows what the city edits of itself: services, windows, phone numbers. The schema that reads it is large,
 * so only a phone whose city has edited something downloads it.
 */
export function followCity(options: FollowCityOptions): CityFollower {
  const { store, built, onCity, baseUrl = '' } = options;
  const fetch: Fetch = options.fetch ?? ((url, init) => globalThis.fetch(url, init));
  let current = 0;
  /** A revision that this app cannot read: it is not requested again until the app or the city is newer. */
  let refused: number | undefined;
  let running: Promise<void> = Promise.resolve();

  async function cityOf(config: unknown): Promise<City | undefined> {
    if (config === null) return built;
    const { readCityConfig } = await import('../../contract/city-config');
    const choices = readCityConfig(config);
    return choices && configureCity(built, choices);
  }

  async function take(revision: number, config: unknown): Promise<boolean> {
    const city = await cityOf(config);
    if (city === undefined) {
      refused = revision;
      return false;
    }
    if (revision !== current) {
      current = revision;
      onCity(city);
    }
    return true;
  }

  async function fetchCity(): Promise<void> {
    const answer = await fetchInTime(fetch, `${baseUrl}/api/city`, { method: 'GET' });
    if (answer.status !== 200 || !isCity(answer.body)) return;
    const { revision, config } = answer.body;
    if (await take(revision, config)) await store.meta.put({ key: 'city', revision, config });
  }

  async function catchUp(revision: number): Promise<void> {
    if (revision === current || revision === refused) return;
    const kept = await store.meta.get('city');
    // Another tab may have fetched it.
    const isKept = kept?.key === 'city' && kept.revision === revision;
    if (!isKept || !(await take(revision, kept.config))) await fetchCity();
  }

  /** Runs one after another: two answers at once would fetch twice. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    running = running.then(work).catch(() => undefined);
    return running;
  }

  return {
    load: async () => {
      try {
        const kept = await store.meta.get('city');
        if (kept?.key !== 'city') return built;
        const city = await cityOf(kept.config);
        if (city === undefined) return built;
        current = kept.revision;
        return city;
      } catch {
        return built;
      }
    },
    hear: (revision) => inTurn(() => catchUp(revision)),
    ask: () => inTurn(fetchCity),
    askAgain: () =>
      inTurn(async () => {
        current = NONE;
        refused = undefined;
        await fetchCity();
      }),
  };
}

/** Checks only the frame; the configuration inside is checked by its own schema. */
function isCity(body: unknown): body is { readonly revision: number; readonly config: unknown } {
  if (typeof body !== 'object' || body === null || !('revision' in body) || !('config' in body)) return false;
  return Number.isInteger(body.revision);
}
