// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { markedName } from '../../../src/web/ui/practice/practice-mark';
import { saveFile } from '../../../src/web/ui/practice/save-file';

afterEach(() => {
  vi.unstubAllGlobals();
  delete document.documentElement.dataset.practice;
});

function savedName(): string {
  URL.createObjectURL = () => 'blob:x';
  URL.revokeObjectURL = () => undefined;
  let name = '';
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    name = this.download;
  });
  saveFile('pengaturan.json', '{}', 'application/json');
  return name;
}

it('leaves the files of the real city as they are named', () => {
  expect(markedName('kunjungan.ics')).toBe('kunjungan.ics');
  expect(savedName()).toBe('pengaturan.json');
});

it('puts LATIHAN into the name of a file and into a title that leave the practice city', () => {
  document.documentElement.dataset.practice = '';
  expect(markedName('kunjungan.ics')).toBe('LATIHAN-kunjungan.ics');
  expect(markedName('Kunjungan MPP Mobile', ': ')).toBe('LATIHAN: Kunjungan MPP Mobile');
  expect(savedName()).toBe('LATIHAN-pengaturan.json');
});
