import { describe, expect, test } from 'vitest';
import { judgePassword } from '../../../src/domain/staff/password';

describe('judgePassword', () => {
  test.each([
    'Kebun belakang rumah 7',
    'kuda baterai staples benar',
    'v7#Qm2!xLp09',
    'sawah hijau di timur',
    'пароль для дома',
  ])('%s is good', (text) => {
    expect(judgePassword(text, ['siti.contoh', 'Siti Contoh'])).toBeUndefined();
  });

  test.each(['', 'pendek', 'sebelas.huu', '🙂🙂🙂🙂🙂🙂'])('%j is too short', (text) => {
    expect(judgePassword(text, [])).toBe('password-too-short');
  });

  test.each([
    'password1234',
    'passwordpassword',
    'P@ssw0rd2026!',
    'aaaaaaaaaaaa',
    '123456789012',
    'qwertyuiop12',
    'asdfghjkl123',
    'sandisandisandi',
    'PetugasMetro2026',
    'mppmobile12345',
    'KotaMetro!!2026',
    'r4h4514r4h4514',
    'bismillah123',
    'abcdefghijkl',
    '987654321098',
    'siticontoh2026!',
    'iloveyou1234',
  ])('%s is common', (text) => {
    expect(judgePassword(text, ['siti.contoh', 'Siti Contoh'])).toBe('password-common');
  });
});
