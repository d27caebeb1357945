/**
 * Which room may import which (the table in README.md). Each rule is one line of that table: it names the
 * room and the only places its imports may lead to. tests/architecture plants a breach of every rule.
 */

/** @param {string} names Names of npm packages, as alternatives of a regular expression. */
const npm = (names) => `(^|/)node_modules/(${names})(/|$)`;

/** @param {string} name @param {string} comment @param {object} from @param {object} to */
const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @param {string} name @param {string} from @param {string[]} allowed @param {string} comment */
const only = (name, from, allowed, comment) => rule(name, comment, { path: from }, { pathNot: allowed });

/** @param {string} name @param {string} from @param {string} to @param {string} comment */
const never = (name, from, to, comment) => rule(name, comment, { path: from }, { path: to });

/** Like `only`, for a room of the server, which may also use Node's own modules. @type {typeof only} */
const onlyOrNode = (name, from, allowed, comment) =>
  rule(name, comment, { path: from }, { pathNot: allowed, dependencyTypesNot: ['core'] });

const SERVER_PACKAGES = npm(
  '@fastify|fastify|better-sqlite3|kysely|pg|pino|sharp|@node-rs|@simplewebauthn/server|@zxcvbn-ts|csv-stringify|otpauth|@types/(node|pg|better-sqlite3)|@valibot/to-json-schema',
);
const DATABASE_PACKAGES = npm('better-sqlite3|kysely|pg|@types/(pg|better-sqlite3)');
const SCREEN_ROOMS = ['^src/web/ui/', '^src/web/copy/', '^src/(offline|contract|domain|city)/'];
const RULES_AND_CITY = ['^src/(contract|domain|city|planner)/', '^src/server/db/', npm('.+')];
/** Migrations of the server, and of the databases on residents' and crews' phones. */
const LANDED_MIGRATIONS = '^src/(server/db/migrations/[0-9]|offline/.*/(crew-)?migrations[.]ts$)';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    only('domain-stands-alone', '^src/domain/', ['^src/domain/'], 'domain imports nothing outside domain'),
    only(
      'contract-domain-and-schemas',
      '^src/contract/',
      ['^src/contract/', '^src/domain/', npm('valibot')],
      'contract imports domain and the schema library',
    ),
    only('city-domain', '^src/city/', ['^src/city/', '^src/domain/'], 'city imports domain'),
    only('planner-domain', '^src/planner/', ['^src/planner/', '^src/domain/'], 'planner imports domain'),
    only(
      'offline-contract-domain-dexie',
      '^src/offline/',
      ['^src/offline/', '^src/contract/', '^src/domain/', npm('dexie|uuidv7|valibot')],
      'offline imports contract, domain, Dexie and uuidv7: no React, so that page and service worker share it',
    ),
    only(
      'copy-words-alone',
      '^src/web/copy/',
      ['^src/web/copy/', npm('react|@types/react|@lingui')],
      'the words import nothing but the library that shows them',
    ),
    only(
      'ui-copy',
      '^src/web/ui/',
      [
        '^src/web/(ui|copy)/',
        npm(
          'react|react-dom|react-router-dom|@types/react(-dom)?|@lingui|uqr|workbox-window|libphonenumber-js',
        ),
      ],
      'ui imports copy: no data, no feature',
    ),
    only(
      'screen-rooms',
      '^src/web/(resident|staff)/',
      ['^src/web/(resident|staff)/', ...SCREEN_ROOMS, npm('.+')],
      'a screen imports ui, copy, offline, contract, domain and city',
    ),
    never(
      'screen-no-server-package',
      '^src/(web|offline|worker)/',
      SERVER_PACKAGES,
      'what only a server needs never reaches a phone',
    ),
    rule(
      'screen-no-node',
      "Node's own modules do not exist in a browser",
      { path: '^src/web/(resident|staff)/' },
      { dependencyTypes: ['core'] },
    ),
    never(
      'resident-not-staff',
      '^src/web/resident/',
      '^src/web/staff/',
      "a resident's phone never downloads the staff app",
    ),
    never(
      'staff-not-resident',
      '^src/web/staff/',
      '^src/web/resident/',
      'the two apps share rooms, not screens',
    ),
    rule(
      'feature-not-feature',
      'a feature imports no other feature; what two share goes to shell, ui, copy or offline',
      { path: '^src/web/(resident|staff)/([^/]+)/' },
      { path: '^src/web/$1/[^/]+/', pathNot: '^src/web/$1/($2|shell)/' },
    ),
    never(
      'feature-not-entry',
      '^src/web/(resident|staff)/[^/]+/',
      '^src/web/$1/[^/]+$',
      "an app's entry and routes import the features, never the other way round",
    ),
    only(
      'worker-offline-contract',
      '^src/worker/',
      ['^src/worker/', '^src/offline/', '^src/contract/', npm('workbox-[^/]+')],
      'the service worker imports offline, contract and workbox',
    ),
    onlyOrNode(
      'http-commands-queries-contract',
      '^src/server/http/',
      ['^src/server/(http|commands|queries)/', '^src/(contract|domain)/', npm('.+')],
      'http imports commands, queries and contract, with the words of domain',
    ),
    onlyOrNode(
      'frame-knows-no-booking',
      '^src/server/http/frame/',
      [
        '^src/server/http/frame/',
        '^src/contract/(problem|version)[.]ts$',
        '^src/domain/(problem|result)[.]ts$',
        npm('.+'),
      ],
      'the frame carries every request and knows no subject: no booking, no member of staff, no query',
    ),
    never(
      'http-no-database',
      '^src/server/http/',
      DATABASE_PACKAGES,
      'only db, commands, queries and jobs speak to a database',
    ),
    ...['commands', 'queries', 'jobs'].map((room) =>
      onlyOrNode(
        `${room}-steps-db-and-rules`,
        `^src/server/${room}/`,
        [`^src/server/${room}/`, '^src/server/steps/', ...RULES_AND_CITY],
        `${room} import steps, db, contract, domain, city and planner`,
      ),
    ),
    onlyOrNode(
      'steps-db-and-rules',
      '^src/server/steps/',
      ['^src/server/steps/', ...RULES_AND_CITY],
      'steps, which commands and jobs share, import db, contract, domain, city and planner',
    ),
    onlyOrNode(
      'practice-fill-commands-and-rules',
      '^src/server/practice/fill/',
      ['^src/server/(practice/fill|commands)/', ...RULES_AND_CITY],
      'commands fill a practice city; the filling imports neither http nor what puts the server together',
    ),
    onlyOrNode(
      'db-rules',
      '^src/server/db/',
      ['^src/server/db/', '^src/(contract|domain|city)/', npm('.+')],
      'db imports no other room of the server',
    ),
    only(
      'landed-migrations-stand-alone',
      LANDED_MIGRATIONS,
      ['^src/server/db/migrations/migration[.]ts$', '^src/offline/store/engine/migrations[.]ts$'],
      'a landed migration imports only the type of a migration: live code would rewrite it whenever that code changes',
    ),
    onlyOrNode(
      'server-root-server-and-rules',
      '^src/server/([^/]+$|start/|practice/[^/]+$)',
      ['^src/(server|contract|domain|city|planner)/', npm('.+')],
      'app.ts, main.ts, start and practice put the server together, without any code of the phones',
    ),
    rule(
      'server-root-is-on-top',
      'only main.ts, start, practice and build scripts start the app; no room imports what puts it together',
      { path: '^src/(?!build/)', pathNot: '^src/server/([^/]+$|start/|practice/[^/]+$)' },
      { path: '^src/server/(app[.]ts$|main[.]ts$|start/|practice/[^/]+$)' },
    ),
    rule(
      'no-product-imports-build',
      'src/build runs before the product, never in it',
      { path: '^src/', pathNot: '^src/build/' },
      { path: '^src/build/' },
    ),
    never('no-product-imports-tests', '^src/', '^(tests|[.]ci)/', 'the product does not know its tests'),
    rule(
      'no-product-imports-dev-package',
      'what the product imports is a dependency, not a development one',
      { path: '^src/', pathNot: '^src/build/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: npm('@types/.+') },
    ),
    rule(
      'no-unknown-room',
      'every file of src stands in a room of the table',
      {},
      {
        path: '^src/',
        pathNot: [
          '^src/(domain|contract|city|planner|offline|worker|build)/',
          '^src/web/(resident|staff|ui|copy)/',
          '^src/server/((http|commands|queries|steps|db|jobs|start|practice)/|[^/]+$)',
        ],
      },
    ),
    rule('no-circular', 'a circle of imports has no first file to read', {}, { circular: true }),
    rule(
      'no-orphans',
      'a file that neither imports nor is imported is left over',
      {
        orphan: true,
        pathNot: ['[.]d[.]ts$', '^tests/', '[.]config[.]ts$', '^src/build/', '^src/web/copy/compiled/'],
      },
      {},
    ),
    rule(
      'no-unresolvable',
      'an import that leads nowhere would pass every other rule unseen',
      {},
      { couldNotResolve: true, pathNot: ['^virtual:', '^src/web/copy/compiled/', '/compiled/'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|test-results)/' },
    // Type-only imports vanish when compiled, but the reader still depends on them.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.mts', '.d.ts', '.js', '.mjs', '.cjs', '.json', '.css', '.svg'],
    },
  },
};
