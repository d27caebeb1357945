import { expect, test } from 'vitest';
import { addressLines } from '../../src/server/start/address-lines';

test.each(['localhost', 'LOCALHOST', 'mpp.localhost', '127.0.0.1', '127.1.2.3', '::1'])(
  'HOST=%s is this machine, which browsers trust',
  (host) => expect(addressLines({ host, isBehindTls: false })).toEqual([]),
);

test.each(['0.0.0.0', '::', '192.168.1.20', '10.0.0.5', 'server.lan', 'localhost.example.id', '1127.0.0.1'])(
  'HOST=%s without TLS says that no phone can work with it, and with TLS nothing',
  (host) => {
    const lines = addressLines({ host, isBehindTls: false }).join(' ');
    expect(lines).toContain(host);
    expect(lines).toContain('BEHIND_TLS=1');
    expect(addressLines({ host, isBehindTls: true })).toEqual([]);
  },
);
