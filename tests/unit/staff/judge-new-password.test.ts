import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { metro } from '../../../src/city/metro/metro';
import { judgeNewPassword } from '../../../src/server/commands/staff/judge-new-password';

async function problemOf(...asked: Parameters<typeof judgeNewPassword>): Promise<string | undefined> {
  const judged = await judgeNewPassword(...asked);
  return judged.ok ? undefined : judged.problem;
}

const judge = (text: string) => problemOf(metro, text, ['siti.contoh', 'Siti Contoh']);

describe('judgeNewPassword', () => {
  test.each([
    ['what existing tests and members have', ['Kebun belakang rumah 7', 'pagar bambu kuning 7']],
    ['words that have nothing to do with each other', ['kuda baterai staples benar', 'sawah hijau di timur']],
    ['sentences', ['payung hijau tidur di kali', 'jendela bambu menyanyi pelan']],
    ['things at home', ['langit jendela paku roti', 'sepeda biru parkir miring', 'meja kursi lampu buku']],
    ['food, when it is not a dish', ['ibu beli sayur kangkung', 'kucing hitam makan ikan']],
    ['words without spaces', ['SendokGarpuPiringKaca', 'lemari-kayu-tiga-pintu', 'Rumah.Besar.Kali.17']],
    ['what a password manager makes', ['v7#Qm2!xLp09', 'x9kq2mzt7wpa']],
    ['another script', ['пароль для дома']],
  ])('accepts %s', async (_what, texts) => {
    for (const text of texts) expect(await judge(text), text).toBeUndefined();
  });

  test.each(['', 'pendek', 'sebelas.huu', '🙂🙂🙂🙂🙂🙂'])('finds %j too short', async (text) => {
    expect(await judge(text)).toBe('password-too-short');
  });

  test.each([
    [
      'walks over the keyboard',
      ['1q2w3e4r5t6y', 'q1w2e3r4t5y6', 'qwertyuiop12', 'asdfghjkl123', 'zaq12wsxcde3'],
    ],
    [
      'more walks over the keyboard',
      ['qazwsxedcrfv', '1234qwerasdf', '1qaz!QAZ2wsx', '!@#$%^&*()_+', 'poiuytrewq12'],
    ],
    ['rows of digits', ['123456789012', '987654321098', '147258369147', '112233445566', '081234567890']],
    ['repeats', ['aaaaaaaaaaaa', 'abcdefghijkl', 'abc123abc123', 'sandisandisandi', 'passwordpassword']],
    ['names with years', ['muhammad1234', 'budisantoso1985', 'dewilestari2000', 'Muhammad.Ali.1990']],
    ['more names with years', ['agussetiawan88', 'sitirahma1990', 'siticontoh2026!', 'Siti-Contoh-1990']],
    [
      'football clubs',
      ['manchesterunited', 'persijajakarta', 'persib1933bandung', 'liverpoolfc1892', 'aremania1987'],
    ],
    [
      'more football clubs',
      ['realmadrid1902', 'barcelona2024', 'chelseafc2012', 'aremaindonesia', 'bobotoh-persib-1'],
    ],
    [
      'faith',
      ['bismillah123', 'bismillahirrahmanirrahim', 'alhamdulillah1', 'assalamualaikum', 'Subhanallah.33'],
    ],
    ['the country', ['indonesiaraya', '17agustus1945', 'merdeka17081945', 'pancasila1945', 'merahputih1945']],
    ['love', ['akucintakamu', 'akusayangkamu', 'sayangkuselamanya', 'iloveyou1234', 'iloveindonesia']],
    ['food', ['nasigoreng123', 'ayamgoreng123', 'nasigorengpedas', 'indomiegoreng1']],
    [
      'the password itself',
      ['password1234', 'P@ssw0rd2026!', 'katasandiku123', 'KataSandi1234!', 'rahasiarahasia'],
    ],
    ['the word for secret, as digits', ['r4h4514r4h4514']],
    ['the city and the office', ['KotaMetro!!2026', 'mppmobile12345', 'hadimulyobarat1', 'Iringmulyo-2026']],
    [
      'more of the city and the office',
      ['metrolampung1', 'nasiketan2026!', 'disdukcapil2026', 'dukcapil.metro.1'],
    ],
    [
      'the office',
      ['PetugasMetro2026', 'Petugas-Metro-2026!', 'koordinator2026', 'admin.metro.2026', 'Januari-2026'],
    ],
  ])('finds %s among the first guesses', async (_what, texts) => {
    for (const text of texts) expect(await judge(text), text).toBe('password-common');
  });

  test('judges the same text by who chooses it, and where', async () => {
    const text = 'wening.suroboyo';
    expect(await problemOf(metro, text, [])).toBeUndefined();
    expect(await problemOf(metro, text, ['Wening Suroboyo'])).toBe('password-common');
    expect(await problemOf({ ...metro, name: 'Wening Suroboyo' }, text, [])).toBe('password-common');
  });

  test('judges no more than the first 64 characters, so that no text takes long', async () => {
    const good = 'sepeda biru parkir miring';
    expect(await judge('a'.repeat(63) + good)).toBe('password-common');
    expect(await judge('a'.repeat(20) + good)).toBeUndefined();
  });

  test('judges any text', async () => {
    const texts = fc.string({ unit: 'binary', maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        expect([undefined, 'password-common', 'password-too-short']).toContain(await judge(text));
      }),
    );
  });
});
