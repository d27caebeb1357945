import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export type BlackHole = {
  readonly port: number;
  /** From now on nothing passes, not even that a side is gone, as when a host loses its power or a cable is cut. */
  readonly open: () => void;
  /** New connections pass again; those from before stay without an answer. */
  readonly close: () => void;
  readonly stop: () => Promise<void>;
};

/** Stands between a client and a server's socket. */
export async function startBlackHole(socket: string): Promise<BlackHole> {
  let isOpen = false;
  const all = new Set<Socket>();
  const swallowed = new WeakSet<Socket>();
  const server = createServer((near) => {
    const far = connect(socket);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      all.add(from);
      if (isOpen) swallowed.add(from);
      from.on('error', () => undefined);
      from.on('data', (bytes) => {
        if (!swallowed.has(from)) to.write(bytes);
      });
      from.on('close', () => {
        all.delete(from);
        if (!swallowed.has(from)) to.destroy();
      });
    }
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    open: () => {
      isOpen = true;
      for (const each of all) swallowed.add(each);
    },
    close: () => {
      isOpen = false;
    },
    stop: async () => {
      for (const each of all) each.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
