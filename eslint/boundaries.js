// Who may import whom, and why. Read with ARCHITECTURE.md; change both together.
import boundaries from 'eslint-plugin-boundaries';

const to = (...types) => ({ element: { types: { anyOf: types } } });
const file = (...categories) => ({ file: { categories: { anyOf: categories } } });
const packages = (...source) => ({ module: { origin: 'external', source } });
const node = { module: { origin: 'core' } };
const anyPackage = { module: { origin: 'external' } };

/** The engines behind the ports: only their adapters know them. */
const ENGINES = [
  '@photostructure/sqlite',
  'mongodb',
  'ioredis',
  'socket.io',
  '@socket.io/redis-*',
  '@google/genai{,/**}',
  'piscina',
  'nodemailer',
];

/**
 * Each row: who, what it may import beside its own folder, what of that never, and what to say where it imports
 * something else. A file that is named lower down counts as that, not as its folder.
 */
const DIRECTIONS = [
  {
    from: to('contract'),
    may: [packages('zod')],
    because: 'contract/ is what crosses the wire and everyone reads it, so it knows nothing but zod.',
  },
  {
    from: to('coach'),
    may: [{ ...to('contract'), only: 'type' }, file('words')],
    because:
      'coach/ is pure: it runs the same in the page and in the server, so it takes types and closed lists of contract/ and nothing else.',
  },
  {
    from: to('animations'),
    may: [to('coach'), packages('@resvg/resvg-js'), node],
    because:
      'animations/ draws what coach/ describes, at build time: it knows its data and the renderer, and nothing else.',
  },
  {
    from: to('feature'),
    may: [to('contract', 'coach', 'http'), file('port', 'log'), anyPackage, node],
    never: [packages(...ENGINES)],
    because:
      'A feature knows contract/, coach/, http/ and the ports. What two features share moves down or is passed in by compose.ts, and so are the adapters.',
  },
  {
    from: to('http'),
    may: [to('contract'), file('port', 'log'), anyPackage, node],
    never: [packages(...ENGINES)],
    because: 'http/ serves every feature, so it knows none of them, and no adapter.',
  },
  {
    from: to('realtime'),
    may: [to('contract', 'http'), file('port', 'log'), anyPackage, node],
    because: 'realtime/ carries events; what they say is decided in the features.',
  },
  {
    from: to('storage'),
    may: [to('storage', 'contract', 'coach'), node],
    because: 'The storage port speaks in the words of the product: it knows no engine and no adapter.',
  },
  {
    from: to('storage-adapter'),
    may: [to('contract', 'coach', 'storage'), anyPackage, node],
    because:
      'An adapter knows its own port and what lies beside it, contract/ and coach/: nothing above the port, and no other adapter.',
  },
  {
    from: to('cache'),
    may: [anyPackage, node],
    because: 'The cache keeps bytes under keys: it knows nothing of what they mean.',
  },
  {
    from: to('sharing'),
    may: [anyPackage, node],
    because: 'What instances share goes through a port that knows no engine and nothing of what it carries.',
  },
  {
    from: to('mail'),
    may: [to('contract'), file('port', 'log'), anyPackage, node],
    never: [packages(...ENGINES.filter((engine) => engine !== 'nodemailer'))],
    because:
      'mail/ words letters and carries them: who gets one is decided in the features, where they wait in storage.',
  },
  {
    from: to('redis-adapter'),
    may: [to('contract', 'cache', 'sharing'), file('port', 'limits', 'log'), anyPackage, node],
    because:
      'redis/ carries what the instances share: it knows the ports that it stands behind, and nothing above them.',
  },
  {
    from: to('plan-writer'),
    may: [to('contract', 'coach'), file('log'), anyPackage, node],
    because:
      'plan-writer/ drafts plans: it knows its port, contract/ and coach/; what becomes of a draft is decided above the port.',
  },
  {
    from: to('server'),
    may: [to('contract', 'coach', 'http'), file('port', 'log'), anyPackage, node],
    because: 'Only compose.ts and migrate.ts know which adapters there are.',
  },
  {
    from: file('compose'),
    may: [
      to(
        'feature',
        'http',
        'realtime',
        'storage',
        'storage-adapter',
        'cache',
        'sharing',
        'redis-adapter',
        'plan-writer',
        'mail',
        'contract',
        'coach',
      ),
      anyPackage,
      node,
    ],
    never: [packages(...ENGINES)],
    because:
      'compose.ts joins the parts of the server, migrate.ts those of a move; the engines themselves stay inside their adapters.',
  },
  {
    from: to('page'),
    may: [
      to('frontend', 'ui', 'offline', 'i18n', 'coach'),
      file('contract-for-pages'),
      packages('lit-html{,/**}', '@preact/signals-core'),
    ],
    because:
      'A page loads only its own code: it knows src/, ui/, offline/, i18n/, coach/ and the zod-free files of contract/ (types, paths, errors), never another page.',
  },
  {
    from: to('ui', 'offline', 'i18n', 'frontend'),
    may: [to('frontend', 'ui', 'offline', 'i18n', 'coach'), file('contract-for-pages', 'animations-made'), anyPackage],
    because:
      'What every page loads knows no page, and of contract/ only the zod-free files (types, paths, errors): zod would weigh on every page.',
  },
  {
    from: to('frontend-build'),
    may: [to('frontend', 'ui', 'i18n'), anyPackage, node],
    because: 'The build of the pages runs in Node: it knows the pages as files.',
  },
  {
    from: to('testing'),
    may: [
      to('server', 'feature', 'http', 'storage-adapter', 'plan-writer', 'stack', 'contract', 'coach'),
      file('port'),
      anyPackage,
      node,
    ],
    because: 'What tests share starts the server from outside, by compose.ts or as a process.',
  },
  {
    from: to('stack'),
    may: [anyPackage, node],
    because: 'stack/ starts servers as processes; it knows them by their commands and addresses only.',
  },
  {
    from: to('e2e'),
    may: [to('contract', 'coach', 'stack'), anyPackage, node],
    because: 'The browser tests see what a person sees: the built pages and the API, nothing inside.',
  },
  {
    from: to('bench'),
    may: [
      to('contract', 'coach', 'storage-adapter', 'redis-adapter', 'plan-writer', 'feature', 'stack'),
      file('port', 'log'),
      anyPackage,
      node,
    ],
    because: 'The benchmark measures from outside, and the store, the cache and a feature’s service on their own.',
  },
];

const TESTS = {
  from: file('test'),
  may: [
    to(
      'testing',
      'stack',
      'contract',
      'coach',
      'animations',
      'server',
      'http',
      'storage',
      'storage-adapter',
      'cache',
      'sharing',
      'redis-adapter',
      'plan-writer',
      'mail',
      'frontend',
      'ui',
      'offline',
      'i18n',
    ),
    file('test'),
    anyPackage,
    node,
  ],
  because:
    'A test uses its own folder, real adapters and what tests share; never the inside of another feature or page.',
};

const TESTS_STAY_ALONE = {
  disallow: { to: file('test') },
  message: 'A test file is imported by nothing but tests.',
};

const WORKSPACES = '{contract,coach,animations,backend,frontend,stack,e2e,bench}/**/*.ts';

export const importDirections = {
  files: [WORKSPACES],
  plugins: { boundaries },
  settings: {
    'import/resolver': { typescript: { project: 'tsconfig.base.json' } },
    'boundaries/elements': [
      { type: 'contract', pattern: 'contract' },
      { type: 'coach', pattern: 'coach' },
      { type: 'animations', pattern: 'animations' },
      { type: 'feature', pattern: 'backend/src/features/*', capture: ['feature'] },
      { type: 'http', pattern: 'backend/src/http' },
      { type: 'realtime', pattern: 'backend/src/realtime' },
      { type: 'storage', pattern: 'backend/src/storage/ports' },
      { type: 'storage-adapter', pattern: 'backend/src/storage/*', capture: ['adapter'] },
      { type: 'storage', pattern: 'backend/src/storage' },
      { type: 'cache', pattern: 'backend/src/cache' },
      { type: 'sharing', pattern: 'backend/src/{locks,bus}' },
      { type: 'redis-adapter', pattern: 'backend/src/redis' },
      { type: 'plan-writer', pattern: 'backend/src/plan-writer' },
      { type: 'mail', pattern: 'backend/src/mail' },
      { type: 'testing', pattern: 'backend/src/testing' },
      { type: 'server', pattern: 'backend' },
      { type: 'page', pattern: 'frontend/src/pages/*', capture: ['page'] },
      { type: 'ui', pattern: 'frontend/src/ui' },
      { type: 'offline', pattern: 'frontend/src/offline' },
      { type: 'i18n', pattern: 'frontend/src/i18n' },
      { type: 'frontend', pattern: 'frontend/src' },
      { type: 'frontend-build', pattern: 'frontend' },
      { type: 'e2e', pattern: 'e2e' },
      { type: 'stack', pattern: 'stack' },
      { type: 'bench', pattern: 'bench' },
    ],
    'boundaries/files': [
      {
        category: 'port',
        pattern: [
          '**/backend/src/{storage,cache,realtime,locks,bus,plan-writer,mail}/port.ts',
          '**/backend/src/storage/moving.ts',
          '**/backend/src/storage/ports/*.ts',
        ],
      },
      { category: 'limits', pattern: '**/backend/src/http/limits.ts' },
      { category: 'log', pattern: '**/backend/src/log.ts' },
      { category: 'compose', pattern: '**/backend/src/{compose,migrate}.ts' },
      { category: 'words', pattern: '**/contract/src/plan-words.ts' },
      { category: 'contract-for-pages', pattern: '**/contract/src/{types,paths,errors,plan-words}.ts' },
      { category: 'animations-made', pattern: '**/animations/shown.json' },
      { category: 'test', pattern: ['**/*.test.ts', '**/suite.ts', '**/real-exports.ts'] },
    ],
  },
  rules: {
    'boundaries/dependencies': [
      'error',
      {
        default: 'disallow',
        checkAllOrigins: true,
        checkInternals: true,
        policies: [...DIRECTIONS.flatMap(policies), TESTS_STAY_ALONE, ...policies(TESTS)],
      },
    ],
  },
};

/** Later policies win: everything is closed with its reason, what is listed is opened, and what is never is closed again. */
function policies({ from, may, never = [], because }) {
  return [
    { from, disallow: { to: { module: { origin: ['local', 'external', 'core'] } } }, message: because },
    { from, allow: { dependency: { relationship: { to: 'internal' } } } },
    ...may.map(({ only, ...target }) => ({
      from,
      allow: { to: target, ...(only && { dependency: { kind: only } }) },
    })),
    ...never.map((target) => ({ from, disallow: { to: target }, message: because })),
  ];
}
