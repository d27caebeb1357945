import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { join } from 'node:path';
import { localDateAt } from '../../../src/domain/calendar/local-date';
import type { buildApp } from '../../../src/server/app';
import type { ServerContext } from '../../../src/server/db/engine/context';
import { configFileOf } from '../../../src/server/queries/city/city-config';
import { signInAs } from '../../support/staff';
import type { FilledCity } from './filled-city';
import type { Work } from './growth-jobs';

const BACKUP = 'src/server/start/backup/backup-command.ts';
const MORE_DAYS = 7;

/** What takes long by nature: nobody may wait for it. */
export async function longWork(
  city: FilledCity,
  context: ServerContext,
  app: Awaited<ReturnType<typeof buildApp>>,
  address: string,
): Promise<readonly Work[]> {
  const admin = await signInAs(context, 'admin');
  const { settings } = context.city;
  const year = Number(localDateAt(context.clock(), settings.utcOffsetMinutes).slice(0, 4)) - 1;
  const get = (name: string, url: string): Work => ({
    name,
    run: async () => {
      // Over a connection, and nothing of it kept: an export is as long as the audit.
      const answer = await once(request(`${address}${url}`, { headers: admin.headers }).end(), 'response');
      const [response] = answer as [IncomingMessage];
      for await (const _ of response);
      if (response.statusCode !== 200) throw new Error(`${name}: ${response.statusCode}`);
    },
  });
  return [
    get('Figures of a year', `/api/staff/figures?from=${year}-01&to=${year}-12`),
    get('Audit as CSV', '/api/staff/audit.csv'),
    get('Check of the audit', '/api/staff/audit/verify'),
    {
      name: 'Save a configuration that gives out more days',
      run: async () => {
        const { revision, config } = await configFileOf(context);
        const horizonDays = config.settings.horizonDays + MORE_DAYS;
        const answer = await app.inject({
          method: 'PUT',
          url: '/api/staff/config',
          headers: admin.headers,
          payload: {
            revision,
            note: '',
            config: { ...config, settings: { ...config.settings, horizonDays } },
          },
        });
        if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`);
      },
    },
    { name: 'Backup', run: () => backUp(city) },
  ];
}

/** As the server makes it: by a process of its own. */
async function backUp({ dataDir, where }: FilledCity): Promise<void> {
  const child = spawn(process.execPath, [...process.execArgv, BACKUP], {
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      BACKUP_DIR: join(dataDir, 'backups'),
      ...('postgresUrl' in where ? { DATABASE_URL: where.postgresUrl } : {}),
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('the backup failed');
}
