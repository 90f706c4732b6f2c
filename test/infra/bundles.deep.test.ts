import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createApp } from '../../infra/crier-app.ts';
import { resourcesOf } from '../support/synthesize.ts';

const outdir = mkdtempSync(join(tmpdir(), 'crier-bundles-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const { stacks } = createApp({ outdir, check: false }).synth();
const functions = resourcesOf(stacks.find(({ id }) => id === 'Pipeline')!.template, 'AWS::Lambda::Function');
const bundles = functions.map(([id, { Properties }]) => ({
  id,
  bundle: join(outdir, `asset.${Properties.Code.S3Key.replace(/\.zip$/, '')}`, 'index.mjs'),
}));

/** What a module exports when Node loads it from where nothing is installed, as Lambda does. */
function exportsOf(bundle: string): string[] {
  const script = `import(${JSON.stringify(bundle)}).then((module) => console.log(JSON.stringify(Object.keys(module))))`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { cwd: outdir, encoding: 'utf8' }));
}

describe('the bundle', () => {
  it.each(bundles)(
    'of $id loads by itself and has a handler for Lambda and a create for the embedded cloud',
    ({ bundle }) => {
      expect(exportsOf(bundle)).toEqual(expect.arrayContaining(['create', 'handler']));
    },
  );

  it.each(bundles)('of $id is small enough to start quickly', ({ id, bundle }) => {
    // The console carries its styles, fonts and scripts: text that nobody parses at the start.
    const files = id === 'Console' ? statSync('functions/console/assets.generated.js').size : 0;
    // Zod is in every function: imported as a namespace, it takes 100 KB instead of 450.
    expect(statSync(bundle).size - files).toBeLessThan(id === 'Console' ? 1_700_000 : 1_000_000);
  });
});
