import type { Settings } from './read-settings';

/** Names and addresses that only this machine reaches: browsers trust them without TLS. */
const THIS_MACHINE = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|::1)$/i;

/**
 * Returns what to print at start where other machines reach the server and no TLS is told: browsers give a
 * page at an http address no cryptography, no service worker and no secure cookie.
 */
export function addressLines({ host, isBehindTls }: Pick<Settings, 'host' | 'isBehindTls'>): string[] {
  if (isBehindTls || THIS_MACHINE.test(host.trim())) return [];
  return [
    `HOST is ${host} and no TLS is told: at http://(this machine) no phone can keep or send a request, and staff`,
    'cannot sign in. Put a proxy that speaks https before it, open the https address, and set BEHIND_TLS=1',
    '(src/server/OPERATING.md, "Behind a proxy").',
  ];
}
