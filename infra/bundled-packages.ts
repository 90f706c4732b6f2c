import { globSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { campaign } from '#campaign';
import { ALIASES, BUNDLING } from './pipeline-function.ts';

const ROOT = join(import.meta.dirname, '..');

/** What esbuild says about the bundles of all functions. */
export interface Bundles {
  /** By entry, the folders of the packages of which at least one byte is in its bundle, sorted by name. */
  readonly folders: Readonly<Record<string, readonly string[]>>;
  /** The names of the packages that Crier's own files in the bundles import. */
  readonly imported: ReadonlySet<string>;
}

/** How esbuild is called where CDK doesn't call it. */
const SHARED = {
  absWorkingDir: ROOT,
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'esm',
  mainFields: BUNDLING.mainFields ?? [],
  alias: ALIASES,
  logLevel: 'error',
} as const;

/** Bundles one function into a file, as CDK does but for its source map. @param entry its path from the root */
export async function bundleOf(entry: string, file: string): Promise<void> {
  await build({
    ...SHARED,
    entryPoints: [entry],
    outfile: file,
    target: 'node24',
    conditions: ['module', campaign.name],
    banner: { js: BUNDLING.banner ?? '' },
  });
}

/** Bundles all functions in memory and tells which packages are in them. */
export async function bundles(): Promise<Bundles> {
  const { metafile } = await build({
    ...SHARED,
    entryPoints: globSync('functions/**/*.lambda.ts', { cwd: ROOT }),
    outdir: 'out',
    write: false,
    metafile: true,
  });
  const folders = Object.values(metafile.outputs).map(({ entryPoint = '', inputs }) => [
    entryPoint,
    foldersOf(Object.entries(inputs).flatMap(([path, part]) => (part.bytesInOutput > 0 ? [path] : []))),
  ]);
  const own = Object.entries(metafile.inputs).filter(([path]) => folderOf(path) === undefined);
  const imports = own.flatMap(([, { imports: all }]) => all.map(({ path }) => path));
  return { folders: Object.fromEntries(folders), imported: new Set(foldersOf(imports).map(packageName)) };
}

/** The name of the package in a folder of `node_modules`: `@aws-sdk/client-s3`. */
export function packageName(folder: string): string {
  return folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function foldersOf(paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => folderOf(path) ?? []));
  return [...folders].toSorted((a, b) => packageName(a).localeCompare(packageName(b)));
}

function folderOf(path: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0];
}
