import { describe, expect, it } from 'vitest';
import { countWords, judgeTexts, sentencesOf, spelledWords } from '../../../src/build/plain/judge-texts';
import { readIndonesianTexts, sayings } from '../../../src/build/plain/read-texts';
import { readWordLists } from '../../../src/build/plain/word-lists';

const { known, own } = await readWordLists();

function judge(words: string) {
  return judgeTexts([{ place: 'planted', words }], known, own).faults;
}

describe('the Indonesian of the apps and of the city', () => {
  it('is plain: short sentences, correct spelling, no English', async () => {
    const texts = await readIndonesianTexts();
    const { sentences, faults } = judgeTexts(texts, known, own);
    expect(texts.length).toBeGreaterThan(1_000);
    expect(sentences).toBeGreaterThan(500);
    expect(
      faults,
      'to accept a new word that is correct: npm run plain -- --learn, or src/build/plain/own-words.txt',
    ).toEqual([]);
  });

  it('has no word in both lists', () => {
    expect([...own].filter((word) => known.has(word))).toEqual([]);
  });
});

describe('the judge of plain words', () => {
  it('finds a sentence of more than 20 words, and sentences that are too long on average', () => {
    const long = `${Array.from({ length: 21 }, () => 'data').join(' ')}.`;
    expect(judge(`Simpan data. ${long}`)).toEqual([expect.stringContaining('21 words')]);
    const thirteen = `${Array.from({ length: 13 }, () => 'data').join(' ')}.`;
    expect(judge(thirteen)).toEqual([expect.stringContaining('13.0 words on average')]);
  });

  it('finds a misspelled word and an English one', () => {
    expect(judge('Kirim permohnan.')).toEqual(['planted: unknown word: permohnan']);
    expect(judge('Klik tombol submit.')).toContain('planted: English: submit');
    expect(judge('Kirim permohonan.')).toEqual([]);
  });

  it('ignores placeholders, codes, addresses and abbreviations', () => {
    expect(spelledWords('Buka {link}: F-1.02 KTP-el di lapor.go.id, NIK saya')).toEqual([
      'buka',
      'di',
      'saya',
    ]);
    expect(sentencesOf('Ada {count} foto. Kirim?')).toEqual(['Ada 9 foto.', 'Kirim?']);
    expect(countWords('Ada 9 foto – lagi.')).toBe(4);
  });

  it('reads each branch of a plural', () => {
    expect(sayings('{count, plural, =0 {Tidak ada} other {# pilihan}}')).toEqual(['Tidak ada', '# pilihan']);
  });
});
