import { once } from 'node:events';
import { createServer, request } from 'node:http';

export type Counter = {
  readonly url: string;
  /** The names of the commands that came by, from pages and workers alike, in order. */
  readonly commands: readonly string[];
  /** The parts of each photo, by its address, in order. */
  readonly photos: ReadonlyMap<string, readonly Buffer[]>;
  readonly stop: () => void;
};

/**
 * Stands between browser and server and notes what is sent, because a browser does not report its worker's
 * requests.
 */
export async function countSends(serverUrl: string): Promise<Counter> {
  const commands: string[] = [];
  const photos = new Map<string, Buffer[]>();
  const proxy = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    if (incoming.method === 'POST' && incoming.url === '/api/sync') {
      const parsed: { commands: { name: string }[] } = JSON.parse(body.toString());
      commands.push(...parsed.commands.map((command) => command.name));
    }
    if (incoming.method === 'PUT' && incoming.url?.startsWith('/api/photos/')) {
      photos.set(incoming.url, [...(photos.get(incoming.url) ?? []), body]);
    }
    const { method = 'GET', headers } = incoming;
    const onward = request(new URL(incoming.url ?? '/', serverUrl), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on('error', () => outgoing.destroy());
    onward.end(body);
  });
  proxy.listen(0, 'localhost');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const stop = () => {
    proxy.close();
    proxy.closeAllConnections();
  };
  return { url: `http://localhost:${address.port}`, commands, photos, stop };
}
