// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { storeTrouble } from '../../../src/offline/store/engine/store-trouble';
import { isInsecure, secureAddress } from '../../../src/web/ui/secure-address/insecure-notice';

afterEach(() => vi.unstubAllGlobals());

const at = (address: string) => {
  const { host, port, pathname, search, hash } = new URL(address);
  return secureAddress({ host, port, pathname, search, hash } as Location);
};

test.each([
  ['http://mpp.example.id/ajukan?layanan=kk#atas', 'https://mpp.example.id/ajukan?layanan=kk#atas'],
  ['http://192.168.1.20/', 'https://192.168.1.20/'],
  ['http://192.168.1.20:8080/', undefined],
])('%s leads to %s', (address, wanted) => expect(at(address)).toBe(wanted));

test('an http address is told before any failure, and is the reason of every failure of the store', () => {
  const noCipher = new TypeError("Cannot read properties of undefined (reading 'generateKey')");
  vi.stubGlobal('isSecureContext', true);
  expect([isInsecure(), storeTrouble(noCipher)]).toEqual([false, 'unknown']);
  vi.stubGlobal('isSecureContext', false);
  expect([isInsecure(), storeTrouble(noCipher)]).toEqual([true, 'insecure']);
});
