// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { textOfPage } from '../../../src/web/resident/simple/page-text';

function pageOf(html: string): Element {
  const main = document.createElement('main');
  main.innerHTML = html;
  return main;
}

test('headings, questions and choices are read in their order, each as one piece', () => {
  const page = pageOf(`
    <a class="back-link" href="/"><svg><title>panah</title></svg>Kembali</a>
    <h1>Untuk siapa <em>kunjungan</em> ini?</h1><p>Pilih satu.</p>
    <fieldset><legend>Penerima</legend>
      <label><input type="radio"><span>Saya sendiri</span> <span>di rumah</span></label>
      <label><input type="radio"><span>Orang tua</span></label>
    </fieldset>
    <button type="submit">Lanjut</button>`);
  expect(textOfPage(page)).toEqual([
    'Kembali',
    'Untuk siapa kunjungan ini?',
    'Pilih satu.',
    'Penerima',
    'Saya sendiri di rumah',
    'Orang tua',
    'Lanjut',
  ]);
});

test('a typed value is read after the name of its field', () => {
  const page = pageOf('<label for="n">Nama Anda</label><input id="n" type="text"><p>Seperti di KTP</p>');
  const field = page.querySelector('input');
  if (field) field.value = 'Siti Contoh';
  expect(textOfPage(page)).toEqual(['Nama Anda', 'Siti Contoh', 'Seperti di KTP']);
});

test('hidden and decorative text is not read', () => {
  const page = pageOf(
    '<h1>Judul</h1><p hidden>Rahasia</p><span aria-hidden="true">★</span><select><option>Satu</option></select>',
  );
  expect(textOfPage(page)).toEqual(['Judul']);
});
