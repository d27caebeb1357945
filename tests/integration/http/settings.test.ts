import { expect, test } from 'vitest';
import { keysPath } from '../../../src/server/start/places';
import { readSettings } from '../../../src/server/start/read-settings';

test('without any variable the server listens on this machine only', () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({ port: 8080, host: 'localhost', trustProxy: 0, isBehindTls: false });
  expect(settings.dataDir.endsWith('/data')).toBe(true);
  expect(settings.postgresUrl).toBeUndefined();
  expect(settings.lowDiskBytes).toBe(2 ** 30);
});

test('keeps the keys where KEYS_FILE says, else beside the database', () => {
  expect(keysPath(readSettings({ DATA_DIR: '/srv/data' }))).toBe('/srv/data/keys.json');
  expect(keysPath(readSettings({ DATA_DIR: '/srv/data', KEYS_FILE: '/etc/mpp/keys.json' }))).toBe(
    '/etc/mpp/keys.json',
  );
});

test('reads the variables that are set', () => {
  const settings = readSettings({ PORT: '9000', TRUST_PROXY: '10.0.0.1, 10.0.0.2', BEHIND_TLS: '1' });
  expect(settings).toMatchObject({ port: 9000, trustProxy: ['10.0.0.1', '10.0.0.2'], isBehindTls: true });
});

test.each([
  ['PORT', '80a'],
  ['PORT', '70000'],
  ['BEHIND_TLS', 'yes'],
  ['HSTS_SUBDOMAINS', 'all'],
  ['LOG_LEVEL', 'loud'],
  ['SYNCS_PER_DEVICE', '-1'],
  ['LOW_DISK_MB', '1 GB'],
])('%s=%s is refused by name', (name, value) => {
  expect(() => readSettings({ [name]: value })).toThrow(name);
});
