import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** What stands between browser and server does with one request; `pass` lets it through untouched. */
export type Bend = (asked: IncomingMessage, answer: ServerResponse, pass: () => void) => void;

export type Bent = {
  readonly url: string;
  /** The paths that were asked for, in order, by pages and workers alike. */
  readonly paths: string[];
  readonly stop: () => void;
};

/** Stands between browser and server, notes every path and bends what `bend` says. */
export async function bendFiles(serverUrl: string, bend: Bend): Promise<Bent> {
  const paths: string[] = [];
  const proxy = createServer((asked, answer) => {
    paths.push(new URL(asked.url ?? '/', serverUrl).pathname);
    const pass = () => {
      const { method = 'GET', headers } = asked;
      const onward = request(new URL(asked.url ?? '/', serverUrl), { method, headers }, (answered) => {
        answer.writeHead(answered.statusCode ?? 502, answered.headers);
        answered.pipe(answer);
      });
      onward.on('error', () => answer.destroy());
      asked.pipe(onward);
    };
    bend(asked, answer, pass);
  });
  proxy.listen(0, 'localhost');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  const stop = () => {
    proxy.close();
    proxy.closeAllConnections();
  };
  return { url: `http://localhost:${address.port}`, paths, stop };
}
