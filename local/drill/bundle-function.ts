import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { campaign } from '#campaign';
import { BUNDLING, ROOT } from '../../infra/pipeline-function.ts';

/**
 * Bundles a function as the stack does.
 * @param entry From the repository's root. @returns the bundle's path.
 */
export function bundleFunction(entry: string, dir: string): string {
  const outfile = join(dir, 'index.mjs');
  buildSync({
    entryPoints: [ROOT + entry],
    bundle: true,
    outfile,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: [...BUNDLING.mainFields!],
    conditions: ['module', campaign.name],
    banner: { js: BUNDLING.banner! },
    minify: BUNDLING.minify!,
  });
  return outfile;
}
