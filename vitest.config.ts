import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { CAMPAIGNS, campaignNamed, DEFAULT_CAMPAIGN } from './local/lib/campaign.ts';
import SlowFirst from './test/support/slow-first.ts';

const {
  CRIER_DEEP: deep,
  CRIER_NIGHTLY: nightly,
  CRIER_MOTO_URL: moto,
  CRIER_TEST_REPORTS: reports,
} = process.env;

const campaign = campaignNamed();

/** The tests of a campaign: those that its tsconfig checks, and for the default one every test but the others' own. */
function testsOf(name: string): { include: string[]; exclude: string[] } {
  if (name === DEFAULT_CAMPAIGN) {
    const others = CAMPAIGNS.filter((other) => other !== name);
    return {
      include: [
        nightly ? 'test/**/*.nightly.test.ts' : deep ? 'test/**/*.deep.test.ts' : 'test/**/*.test.{ts,tsx}',
      ],
      exclude: others.flatMap((other) => [`test/campaigns/${other}/**`, `test/examples/${other}.test.ts`]),
    };
  }
  const file = join(import.meta.dirname, `tsconfig.${name}.json`);
  if (!existsSync(file)) return { include: [`test/campaigns/${name}/**/*.test.ts`], exclude: [] };
  const { include, exclude } = JSON.parse(readFileSync(file, 'utf8').replace(/^\/\/.*/gm, ''));
  const ending = deep ? '.deep.test.ts' : '.test.ts';
  return { include: include.filter((path: string) => path.endsWith(ending)), exclude };
}

// Vite's own for what runs in Node, and the campaign: `#campaign` is chosen by it.
const conditions = ['node', 'development|production', campaign];

const { include, exclude } = testsOf(campaign);

/** Tests that need what others don't: time and browsers, minutes of real time, or moto. */
const others = [
  deep ? '' : 'test/**/*.deep.test.ts',
  nightly ? '' : 'test/**/*.nightly.test.ts',
  moto ? '' : 'test/**/*.moto.test.ts',
].filter(Boolean);

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    globalSetup: ['test/support/build-templates.ts'],
    include,
    exclude: [...exclude, ...others],
    // Moto takes several times as long for each request, and deep tests share two cores with browsers.
    testTimeout: moto ? 240_000 : deep ? 120_000 : 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Loading CDK and the SDK anew for each file would take a quarter of the time. Deep tests kill and simulate: each on its own.
    isolate: Boolean(deep ?? nightly),
    // Before any file's first request: by it the SDK tells apart the invocations of functions in one process.
    setupFiles: ['local/cloud/iam/caller.ts', 'test/support/property-seed.ts'],
    // The key by which tests sign requests to a service that they start alone: `test/support/clients.ts`.
    env: {
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
      // Commands that tests start spend half of their time on compiling the same modules again.
      NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.node-compile-cache'),
    },
    unstubEnvs: true,
    // Deep tests wait for browsers and for processes that they start.
    maxWorkers: deep ? 3 : 2,
    sequence: { sequencer: SlowFirst },
    reporters: reports ? ['default', 'json'] : ['default'],
    outputFile: {
      json: join(
        reports ?? 'out',
        `${campaign}${deep ? '-deep' : ''}${nightly ? '-nightly' : ''}${moto ? '-moto' : ''}.json`,
      ),
    },
  },
});
