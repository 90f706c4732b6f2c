// The house's rule of imports, for `npm run layers` and test/functions/layers.test.ts. See docs/architecture.md.

/** The stages, and what each may call of the others: the one that it feeds, never the one that feeds it. */
const STAGES = {
  'ingest-roster': [],
  'index-roster': [],
  'record-feedback': [],
  'send-email': [],
  'start-phase': ['send-email'],
  'plan-launch': ['start-phase'],
};
const BASE = ['lib', 'domain', 'email', 'aws'];
const stages = Object.keys(STAGES);

/** What a folder of functions/ may import besides itself. Data flows down this list; no import points up it. */
const MAY_IMPORT = {
  lib: [],
  domain: ['lib'],
  email: ['lib', 'domain'],
  aws: ['lib', 'domain'],
  ...Object.fromEntries(Object.entries(STAGES).map(([stage, feeds]) => [stage, [...BASE, ...feeds]])),
  queries: [...BASE, ...stages],
  'export-log': [...BASE, 'queries'],
  'record-access': BASE,
  'record-principals': BASE,
  sweep: [...BASE, ...stages, 'queries'],
  commands: [...BASE, ...stages, 'queries'],
  console: [...BASE, ...stages, 'queries', 'commands'],
  // It tells staff what the console's overview shows: both read it from queries/, and neither knows the other.
  'notify-staff': [...BASE, 'queries'],
};

/** The same inside domain/: its folders, over the files that lie directly in it. */
const DOMAIN_MAY_IMPORT = {
  plan: [],
  filer: [],
  cost: [],
  roster: ['plan', 'filer'],
  send: ['plan', 'filer'],
  run: ['plan', 'filer', 'roster', 'send'],
};

/** A rule for each folder of a list: what it imports below `parent` is its own or allowed. */
function rulesOf(parent, mayImport, above = '') {
  return Object.entries(mayImport).map(([folder, allowed]) => ({
    name: `${folder}-imports-down`,
    comment: `${parent}${folder}/ may import ${allowed.join(', ') || 'nothing'} besides itself${above}.`,
    severity: 'error',
    from: { path: `^${parent}${folder}/` },
    to: { path: `^${parent}[^/]+/`, pathNot: `^${parent}(${[folder, ...allowed].join('|')})/` },
  }));
}

/** One folder of functions/ has the right to something of the outside. */
function only(folder, packages) {
  return {
    name: `only-${folder}-imports-${packages.replaceAll(/[^a-z-]/g, '')}`,
    severity: 'error',
    from: { path: '^functions/', pathNot: `^functions/${folder}/` },
    to: { path: `^node_modules/${packages}` },
  };
}

export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...rulesOf('functions/', MAY_IMPORT),
    ...rulesOf('functions/domain/', DOMAIN_MAY_IMPORT, ' and the files directly in domain/'),
    {
      name: 'domain-files-are-its-base',
      comment: 'What lies directly in domain/ is what its folders build on.',
      severity: 'error',
      from: { path: '^functions/domain/[^/]+$' },
      to: { path: '^functions/domain/[^/]+/' },
    },
    {
      name: 'campaigns-import-lib-only',
      comment: 'A campaign is tables and pure functions over lib/; the engine is above it.',
      severity: 'error',
      from: { path: '^campaigns/', pathNot: '[.]generated[.]' },
      to: { path: '^(functions/(?!lib/)|infra|local|assets|templates|bench|examples)' },
    },
    {
      name: 'campaigns-know-no-other',
      severity: 'error',
      from: { path: '^campaigns/([^/]+)/' },
      to: { path: '^campaigns/[^/]+/', pathNot: '^campaigns/$1/' },
    },
    {
      name: 'a-campaign-is-reached-by-its-alias',
      comment: 'The engine names no campaign: #campaign and #templates choose one.',
      severity: 'error',
      from: { pathNot: '^(campaigns|test|examples)/' },
      to: { path: '^campaigns/[^/]+/', dependencyTypesNot: ['aliased-subpath-import'] },
    },
    only('aws', '@aws-sdk/'),
    only('console', 'hono/'),
    {
      name: 'senders-parse-no-markdown',
      comment:
        'Emails are rendered from what was made of Markdown before: at build, or when a plan was saved.',
      severity: 'error',
      from: { path: '^functions/send-email/' },
      to: { path: '^functions/email/markdown/', reachable: true },
    },
    {
      name: 'entries-are-imported-by-nothing',
      severity: 'error',
      from: {},
      to: { path: '[.]lambda[.]ts$' },
    },
    {
      name: 'functions-stand-alone',
      comment: 'What runs in AWS imports nothing of the machinery around it, and no development dependency.',
      severity: 'error',
      from: { path: '^functions/' },
      to: { path: '^(infra|local|assets|templates|bench|examples|test)/' },
    },
    {
      name: 'functions-need-no-development-dependency',
      severity: 'error',
      from: { path: '^functions/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    { name: 'imports-resolve', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    // TypeScript 7 has no API that the tool could use. swc reads the same syntax, and type imports count.
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '[.]generated[.]' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  },
};
