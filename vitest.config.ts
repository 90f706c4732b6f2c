import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const { CRIER_DEEP: deep, CRIER_TEST_REPORTS: reports } = process.env;

export default defineConfig({
  test: {
    globalSetup: ['test/support/build-templates.ts'],
    include: [deep ? 'test/**/*.deep.test.ts' : 'test/**/*.test.{ts,tsx}'],
    exclude: deep ? [] : ['test/**/*.deep.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // Loading CDK and the SDK anew for each file would take a quarter of the time. Deep tests kill and simulate: each on its own.
    isolate: Boolean(deep),
    // Before any file's first request: by it the SDK tells apart the invocations of functions in one process.
    setupFiles: ['local/cloud/iam/caller.ts'],
    // Commands that tests start spend half of their time on compiling the same modules again.
    env: { NODE_COMPILE_CACHE: join(import.meta.dirname, 'node_modules/.node-compile-cache') },
    unstubEnvs: true,
    maxWorkers: 2,
    reporters: reports ? ['default', 'json'] : ['default'],
    outputFile: { json: join(reports ?? 'out', deep ? 'deep.json' : 'fast.json') },
  },
});
