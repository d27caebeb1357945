import { once } from 'node:events';
import { createServer, connect as openSocket, type Socket } from 'node:net';

/** The bytes that one connection sends before another has its turn: about one packet. */
const PACKET_BYTES = 1_400;
const TICK_MS = 1;

export type SlowLink = {
  readonly url: string;
  readonly stop: () => void;
};

type LinkOptions = {
  readonly roundTripMs: number;
  readonly downBytesPerSecond: number;
  readonly upBytesPerSecond: number;
};

/**
 * Stands between browser and server as a slow network does, for pages and their workers alike: the browser's
 * own throttling leaves the worker out. All connections share the two rates, packet by packet; each new
 * connection costs one round trip before anything is answered.
 */
export async function openSlowLink(serverUrl: string, options: LinkOptions): Promise<SlowLink> {
  const { port } = new URL(serverUrl);
  const oneWayMs = options.roundTripMs / 2;
  const down = shareRate(options.downBytesPerSecond, oneWayMs);
  const up = shareRate(options.upBytesPerSecond, oneWayMs);
  const sockets = new Set<Socket>();
  const proxy = createServer((browser) => {
    const server = openSocket(Number(port), 'localhost');
    for (const socket of [browser, server]) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('close', () => sockets.delete(socket));
      socket.on('error', () => socket.destroy());
    }
    const openAt = performance.now() + options.roundTripMs;
    carry(browser, server, up, openAt);
    carry(server, browser, down, openAt);
  });
  proxy.listen(0, 'localhost');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the slow link has no port');
  return {
    url: `http://localhost:${address.port}`,
    stop: () => {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

type Lane = {
  readonly send: (to: Socket, data: Buffer, notBefore: number) => void;
  readonly end: (to: Socket) => void;
};

function carry(from: Socket, to: Socket, lane: Lane, openAt: number): void {
  from.on('data', (data) => lane.send(to, data, openAt));
  from.on('end', () => lane.end(to));
  from.on('close', () => lane.end(to));
}

/** Returns a lane of that rate; its connections take turns, and each packet arrives `delayMs` after it left. */
function shareRate(bytesPerSecond: number, delayMs: number): Lane {
  const waiting = new Map<Socket, { parts: Buffer[]; notBefore: number; hasEnded: boolean }>();
  /** Packets on the way, in the order in which they left: one timer each would let them overtake. */
  const onTheWay: { to: Socket; packet: Buffer | undefined; at: number }[] = [];
  let freeAt = 0;
  let isTicking = false;

  const leave = (now: number) => {
    freeAt = Math.max(freeAt, now - TICK_MS);
    while (freeAt <= now) {
      const next = [...waiting].find(([, { notBefore }]) => notBefore <= now);
      if (next === undefined) return;
      const [to, queue] = next;
      const [first, ...rest] = queue.parts;
      // Put in again below, and so last: the others have their turn.
      waiting.delete(to);
      if (first === undefined) {
        onTheWay.push({ to, packet: undefined, at: freeAt + delayMs });
        continue;
      }
      const packet = first.subarray(0, PACKET_BYTES);
      const left = first.subarray(PACKET_BYTES);
      const parts = left.length > 0 ? [left, ...rest] : rest;
      freeAt += (packet.length / bytesPerSecond) * 1000;
      onTheWay.push({ to, packet, at: freeAt + delayMs });
      if (parts.length > 0 || queue.hasEnded) waiting.set(to, { ...queue, parts });
    }
  };
  const arrive = (now: number) => {
    for (let next = onTheWay[0]; next !== undefined && next.at <= now; next = onTheWay[0]) {
      onTheWay.shift();
      if (next.packet === undefined) next.to.end();
      else if (next.to.writable) next.to.write(next.packet);
    }
  };
  const tick = () => {
    const now = performance.now();
    leave(now);
    arrive(now);
    isTicking = waiting.size > 0 || onTheWay.length > 0;
    if (isTicking) setTimeout(tick, TICK_MS);
  };
  const queueOf = (to: Socket) => {
    const queue = waiting.get(to) ?? { parts: [], notBefore: 0, hasEnded: false };
    waiting.set(to, queue);
    if (!isTicking) setTimeout(tick, TICK_MS);
    isTicking = true;
    return queue;
  };
  return {
    send: (to, data, notBefore) => {
      const queue = queueOf(to);
      queue.parts.push(data);
      queue.notBefore = notBefore;
    },
    end: (to) => {
      queueOf(to).hasEnded = true;
    },
  };
}
