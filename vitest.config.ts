import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const { CRIER_DEEP: deep, CRIER_TEST_REPORTS: reports } = process.env;

export default defineConfig({
  test: {
    globalSetup: ['test/build-templates.ts'],
    include: [deep ? 'test/**/*.deep.test.ts' : 'test/**/*.test.ts'],
    exclude: deep ? [] : ['test/**/*.deep.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
    reporters: reports ? ['default', 'json'] : ['default'],
    outputFile: { json: join(reports ?? 'out', deep ? 'deep.json' : 'fast.json') },
  },
});
