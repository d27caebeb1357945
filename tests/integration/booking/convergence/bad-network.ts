import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Fetch } from '../../../../src/offline/sync/fetch-in-time';

export const FATES = ['arrives', 'lost-before', 'lost-after', 'twice', 'again-later', 'portal'] as const;
export type Fate = (typeof FATES)[number];

export type Network = {
  /**
   * Makes a phone's way to the server; each request takes the next fate, and arrives once the fates are used
   * up.
   */
  readonly fetchWith: (fates: readonly Fate[]) => Fetch;
  /** Lets one of the messages under way go on, if there is one. */
  readonly letOneGo: () => Promise<void>;
  /** Delivers what is under way; from then on nothing is held up or lost. */
  readonly calmDown: () => Promise<void>;
};

const PATIENCE_TURNS = 60;

/**
 * Puts the real app behind a network that holds up each message, both ways, and releases them out of order:
 * `order` picks among those under way.
 */
export function badNetwork(app: FastifyInstance, order: readonly number[]): Network {
  const underWay: (() => void)[] = [];
  const copies: Promise<unknown>[] = [];
  let isCalm = false;
  let picks = 0;

  function holdUp(): Promise<void> {
    if (isCalm) return Promise.resolve();
    return new Promise((resolve) => underWay.push(resolve));
  }

  function letGo(index: number): void {
    for (const go of underWay.splice(index, 1)) go();
  }

  function deliver(url: string, init: RequestInit) {
    const headers = { ...(init.headers as Record<string, string>) };
    return app.inject({ method: 'POST', url, headers, payload: String(init.body) });
  }

  return {
    fetchWith: (fates) => {
      const left = [...fates];
      return async (url, init) => {
        const fate = isCalm ? 'arrives' : (left.shift() ?? 'arrives');
        await holdUp();
        if (fate === 'lost-before') throw new TypeError('lost on the way to the server');
        if (fate === 'portal') return new Response('<html>Masuk ke Wi-Fi</html>', { status: 200 });
        if (fate === 'twice') copies.push(deliver(url, init));
        if (fate === 'again-later') copies.push(holdUp().then(() => deliver(url, init)));
        const answer = await deliver(url, init);
        await holdUp();
        if (fate === 'lost-after') throw new TypeError('lost on the way back');
        return new Response(answer.body, { status: answer.statusCode });
      };
    },
    letOneGo: async () => {
      // A phone reads its database and encrypts before it sends: this gives it time to get that far.
      for (let turns = 0; underWay.length === 0 && turns < PATIENCE_TURNS; turns += 1) await turn();
      if (underWay.length === 0) return;
      letGo((order[picks++ % order.length] ?? 0) % underWay.length);
    },
    calmDown: async () => {
      isCalm = true;
      while (underWay.length > 0) letGo(0);
      await Promise.all(copies);
    },
  };
}
