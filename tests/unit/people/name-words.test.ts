import { describe, expect, test } from 'vitest';
import { foldPersonName, nameWords, withoutTitles } from '../../../src/domain/people/name-words';

describe('words of a name', () => {
  test.each([
    ['Hj.Siti Aminah', ['hjsiti', 'hj', 'siti', 'aminah']],
    ['Sri-Rahayu', ['srirahayu', 'sri', 'rahayu']],
    ['Moh.Ridwan', ['mohridwan', 'moh', 'ridwan']],
    ["Nur'aini", ['nuraini', 'nur', 'aini']],
    ['Nur’aini', ['nuraini', 'nur', 'aini']],
    ['Siti/Aminah(Ibu)', ['sitiaminahibu', 'siti', 'aminah', 'ibu']],
    ['Dewi  –  Lestari', ['dewi', 'lestari']],
    ['Ahmad_Yani', ['ahmadyani', 'ahmad', 'yani']],
    ['Renée Contoh', ['renee', 'contoh']],
    ['. -', []],
  ])('%s is found by its parts and joined', (name, found) => {
    const words = nameWords(name).flatMap(({ joined, parts }) =>
      parts.length > 1 ? [joined, ...parts] : [joined],
    );
    expect(words).toEqual(found);
  });
});

describe('who a person is', () => {
  test.each([
    'Hj. Siti Aminah, S.Pd',
    'Hj.Siti Aminah S.Pd.',
    'Ibu Hj Siti Aminah',
    'Hi. Siti Aminah',
    'bu siti aminah',
    'Dra. Hj. Siti Aminah, M.Pd., S.Pd.I',
    'SITI AMINAH, SE, MM',
    'Siti Aminah, A.Md. Keb.',
    'Ny.Siti Aminah (Alm)',
    'Siti Aminah, Hj',
    'Prof.Dr.Siti Aminah',
  ])('%s is Siti Aminah', (name) => {
    expect(foldPersonName(name)).toBe('sitiaminah');
  });

  test.each([
    ['K.H.Ahmad Dahlan', 'ahmaddahlan'],
    ['KH Ahmad Dahlan', 'ahmaddahlan'],
    ['H Ahmad', 'ahmad'],
    ['Haji', 'haji'],
    ['Bu Hj.', 'buhj'],
    ['Drajat', 'drajat'],
    ['Hidayat', 'hidayat'],
    ['M. Ridwan', 'mridwan'],
    ['St. Aminah', 'staminah'],
    ['Budi Se', 'budise'],
    ['Budi Sh. Contoh', 'budishcontoh'],
    ['Aminah binti H. Ahmad', 'aminahbintihahmad'],
    ['Siti, Aminah', 'sitiaminah'],
    ['Raden Ajeng Contoh', 'radenajengcontoh'],
    ['村上', '村上'],
  ])('of %s %s tells', (name, folded) => {
    expect(foldPersonName(name)).toBe(folded);
  });

  test('what is left of a name is written as it was', () => {
    expect(withoutTitles("Hj. Nur'aini Contoh, S.Pd")).toBe("Nur'aini Contoh");
  });
});
