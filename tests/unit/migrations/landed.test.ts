import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CREW_MIGRATIONS } from '../../../src/offline/crew/crew-migrations';
import { MIGRATIONS as PHONE_MIGRATIONS } from '../../../src/offline/store/engine/migrations';
import { MIGRATIONS } from '../../../src/server/db/migrations/migrations';

/**
 * The hashes of the statements of each landed migration, on SQLite and on PostgreSQL. A new migration adds a
 * line.
 */
const LANDED = [
  [
    1,
    '80e48ed57c36edb03447a61aecaab7ae08b1c089abfa22cd0c4a0fb34d402fa8',
    '5ae389f35f0fd96f7c1afc23e6cb032c234f387e2e8d67e986e49628395d6298',
  ],
  [
    2,
    '8fb65a0462f4c5733474993b69e06938ff0c0b6a027af077531ee6fdb0273d93',
    'd2f7376c3eb4f8f26fa9d1dbae4949682c5ed2349d6a8eedfb624d8abdceff4d',
  ],
  [
    3,
    '5502f8494c2ff1ab708d587e1c829ecd41ad04481159595d9cc8a2831cfa108d',
    '76a190c734cd9d0ddebaf549dff912eaed532dae975a47150af6f82b1f840c20',
  ],
  [
    4,
    'dc40823755592070443bc85ee3ed682f3a8c01c26914c536545ae6acfd9636f7',
    '46857553fc2d930b63480deace9a88ab43e34c511dea39870b4ea44a250e36fc',
  ],
  [
    5,
    '49ed59673a03af4e3e8a14b7bd0151b552c138a77434123f5a07c020d7e34821',
    'f68792235bf348d3f63145e0b4f0db8798b450db4c55408b0e6c81123c8e0d2d',
  ],
  [
    6,
    '3395a80efb59bb96683a48465805b1a345e748b3e3ee563772e14baa8fec8337',
    'dfaf30f2f7180eb8672c58f298e2c9de8dad231ce8493517d8d2a4bbbaa13852',
  ],
  [
    7,
    'd28a3851fe86a378d251def39fb09e754c6f295b18d38f24e4a55a7046b4bf38',
    '1ac23d4378f8364bf6d84544ad0bb0913507428ad0e7c5d71889112d70baea5f',
  ],
  [
    8,
    '3515fc38f4946a847157136c83a3a568437d47e9fcb2bf2fe49b08181ef0966e',
    '9f95edb3058fe32b13f91f4d0f87a4cda587009311da9b8d59940da1185f9439',
  ],
  [
    10,
    '63c16b1cdc6ba1310719b3a080d95b3582cd3a778d71950496c81b88b311e8bd',
    '63c16b1cdc6ba1310719b3a080d95b3582cd3a778d71950496c81b88b311e8bd',
  ],
  [
    11,
    'cf25373a5579de30a4b30ad75cfc0fcce6c67798ad7d375a4c2fc004634b6bb5',
    '002ad2b79ad3f9e3378749a70ae0e5494e26af8bd63531fcd98f733ed08db6fc',
  ],
  [
    12,
    '3614dadc901461e3f7f973632d1135c8184629331f77b30944271ee74fbaab0a',
    '3614dadc901461e3f7f973632d1135c8184629331f77b30944271ee74fbaab0a',
  ],
  [
    13,
    '9b26d4d27d0e87046d72d49a4222791b78b51348c2755784f0761049771eb884',
    '002c2e5568fb8557e6fddf73cc42c70d6cafa3835766a3cc92ec04ad8d1f5bb1',
  ],
  [
    14,
    'caa5b60202928da188f86cf413184c00dbf0e9519df20964abdc9c34a76ae73b',
    'caa5b60202928da188f86cf413184c00dbf0e9519df20964abdc9c34a76ae73b',
  ],
  [
    16,
    'f5d4411f69122039786488a536a19a5edc69c0cfd0e26ad5f6fd4a83e7aafd10',
    'f5d4411f69122039786488a536a19a5edc69c0cfd0e26ad5f6fd4a83e7aafd10',
  ],
  [
    17,
    'ad439a4f4ac8f29acdacf955070954e46a9a77f420e2a0ebfcfb0da1d5853bdf',
    '3a831b6862cedb6c076591077ec05c8edef499836969ea6565965ca37cf9908f',
  ],
  [
    18,
    '474311c9c118c92d5a3c065b1dcd005b403c736f3eab0926037f91e92a0d1d7f',
    '474311c9c118c92d5a3c065b1dcd005b403c736f3eab0926037f91e92a0d1d7f',
  ],
  [
    19,
    '64d8065d61b48b192053e0bb2b909f067d7b016d3ca690ff032cf8f4d2fc7e3c',
    '64d8065d61b48b192053e0bb2b909f067d7b016d3ca690ff032cf8f4d2fc7e3c',
  ],
  [
    20,
    '4928086ac18d0f2f5f395ca114d87a82adea720cc897c2a3fdc7c1bf63c284b0',
    '30a33e5c8edfdaa5ca8cbaf279285c20474153568f715f311fbb217c5fb1efc9',
  ],
  [
    21,
    '1c0c5756e055c9e209d981f213d3a3c362a4cb9074d99e5c36bc86bf814d67d5',
    '1c0c5756e055c9e209d981f213d3a3c362a4cb9074d99e5c36bc86bf814d67d5',
  ],
  [
    22,
    '1cb564d305a44a19d6ecc64455681199da0d7a5fcd6b97a2ac593b29c6474047',
    '1cb564d305a44a19d6ecc64455681199da0d7a5fcd6b97a2ac593b29c6474047',
  ],
  [
    23,
    '33ac1ae71dc59d6add456f21b573f8171e0d3e9c114b1541dfdc9c8aaa9cf4a2',
    '33ac1ae71dc59d6add456f21b573f8171e0d3e9c114b1541dfdc9c8aaa9cf4a2',
  ],
];

/** The hashes of the tables of each landed version of a phone's database. */
const LANDED_ON_RESIDENTS_PHONES = [
  [1, '43b92fd0c0221bc416508c1f43892c2716ea13271b1927edd47d8ca226676094'],
  [2, 'dfd0f94f1a04e66b06b7f7957f415d1936ac2fa2f9ec679ccebcead3095918c5'],
  [3, '65383f5e75200a934de7ce97fe9cddcee8259d13542477650ea298d33a6a7674'],
  [4, 'f9e99f5f1756111b208b3ce9f8cce9505930f374325605bfbad5938eaffff6b1'],
  [5, 'c081afac9b4c940f82f67c3359105955cd5655af1b92471051699565bbe18818'],
];
const LANDED_ON_CREWS_PHONES = [
  [1, '2b5b2da480d90f16311f9dbf42de1974cde28fe7394d4374a3960a1860885d55'],
  [2, 'f881f0c4390293adf5f4ec88ef5420da2177391a7ebfa7b495b4d60999b60e81'],
  [3, 'acb96352c2c8ca1f73d8386134d2ea74cd91bb1605cb549309fd4fe88d5c675c'],
];

const EDITED =
  'A landed migration is never edited: databases that had it keep what it made. Add the next one instead';
const UNRECORDED = 'A new migration lands with its hash in this test';

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

const ROOMS = [
  {
    room: 'the server',
    landed: LANDED,
    today: MIGRATIONS.map(({ version, statements }) => [
      version,
      hashOf(statements('sqlite')),
      hashOf(statements('postgres')),
    ]),
  },
  {
    room: "residents' phones",
    landed: LANDED_ON_RESIDENTS_PHONES,
    today: PHONE_MIGRATIONS.map(({ version, stores }) => [version, hashOf(stores)]),
  },
  {
    room: "crews' phones",
    landed: LANDED_ON_CREWS_PHONES,
    today: CREW_MIGRATIONS.map(({ version, stores }) => [version, hashOf(stores)]),
  },
];

describe.each(ROOMS)('landed migrations of $room', ({ landed, today }) => {
  test('are as they landed', () => {
    const kept = landed.map(([version]) => today.find((migration) => migration[0] === version));
    expect(kept, EDITED).toEqual(landed);
  });

  test('are all recorded', () => {
    expect(
      today.map(([version]) => version),
      UNRECORDED,
    ).toEqual(landed.map(([version]) => version));
  });
});

test('every migration file is in the list', () => {
  const numbers = readdirSync('src/server/db/migrations')
    .filter((name) => /^\d/.test(name))
    .map((name) => Number.parseInt(name, 10));
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(numbers.sort((a, b) => a - b));
});
