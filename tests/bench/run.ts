import { writeFileSync } from 'node:fs';
import { startServer } from '../support/start-server';
import { type Figure, printTable } from './figure';
import { measurePrecache } from './measure-bytes';
import { measureInteractions, measureWire } from './measure-journey';
import { measureLighthouse } from './measure-lighthouse';
import { measureOfflineVisit } from './measure-offline';
import { measureServer } from './measure-server';
import { measureWaiting } from './measure-waiting';

/*
 * `npm run bench [-- --json FILE]` prints the figures of the built product (run `npm run build`
 * first) and never fails for a slow one: a test that times would fail on a busy machine.
 */
const jsonFlag = process.argv.indexOf('--json');
const jsonFile = jsonFlag === -1 ? undefined : (process.argv[jsonFlag + 1] ?? 'bench.json');

const figures: Figure[] = [measurePrecache('dist/web')];
const server = await startServer();
try {
  figures.push(...(await measureWire(server.url)));
  figures.push(await measureOfflineVisit(server.url));
  figures.push(...(await measureInteractions(server.url)));
  figures.push(...(await measureLighthouse(server.url)));
} finally {
  await server.stop();
}
figures.push(...(await measureServer()));
figures.push(...(await measureWaiting()));
console.log(printTable(figures));
if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify(figures, undefined, 2)}\n`);
