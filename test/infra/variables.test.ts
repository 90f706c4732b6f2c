import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ENV, type EnvName } from '../../functions/lib/env.ts';
import { resourcesOf, synthesize } from '../support/synthesize.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { pipeline } = synthesize();
const functions = resourcesOf(pipeline, 'AWS::Lambda::Function').map(([id, { Metadata, Properties }]) => ({
  id,
  code: bundled(String(Metadata?.['crier:entry'])),
  set: Object.keys(Properties.Environment.Variables),
}));

/** Set whether read or not: for every function, and with the permission for uploads, whose events name the bucket. */
const UNREAD: readonly string[] = [ENV.launchName, ENV.inboxBucket, 'NODE_OPTIONS'];

/** All modules of ours that an entry reaches, in one text; what no one calls is left out. */
function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return outputFiles[0]!.text;
}

function found(code: string, pattern: RegExp): string[] {
  return [...new Set([...code.matchAll(pattern)].map(([, name]) => name!))].sort();
}

describe("a function's environment", () => {
  it.each(functions)(
    '$id: every variable that its modules read is set, and no other',
    ({ id, code, set }) => {
      const read = found(code, /\bENV\.(\w+)/g).map((key) => ENV[key as keyof typeof ENV]);
      // It has nothing but its log.
      expect(read.length > 0).toBe(id !== 'RecordAccess');
      expect(read.filter((name) => !set.includes(name))).toEqual([]);
      expect(set.filter((name) => !UNREAD.includes(name) && !read.includes(name as EnvName))).toEqual([]);
    },
  );
});
