import { createHash } from 'node:crypto';
import { globSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { compileAsync } from 'sass';
import type { Asset } from '../functions/console/http/assets.ts';
import { withDarkTheme } from './dark.ts';

const ROOT = join(import.meta.dirname, '..');
/** The module that the console serves its styles, fonts, pictures and scripts from. */
const GENERATED = join(ROOT, 'functions/console/assets.generated.js');
const USWDS = join(ROOT, 'node_modules/@uswds/uswds');

/** Content types by the file's ending. */
const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
};

interface File {
  /** The path that pages load it by: `css/console.css`. Pictures and fonts are where the styles refer to. */
  readonly path: string;
  readonly content: Buffer;
}

/**
 * Builds what the console's pages load into one module. Takes a few milliseconds when nothing has changed since the
 * last build.
 *
 * @throws Error of Sass or esbuild, naming file and line; the module stays as it was
 */
export async function buildAssets({ out = GENERATED } = {}): Promise<void> {
  const head = `// Made by assets/build.ts; change assets/ instead. ${await hashOfSources()}`;
  const before = await readFile(out, 'utf8').catch(() => '');
  if (before.startsWith(`${head}\n`)) return;
  const css = await Promise.all(['console', 'report'].map(styles));
  const files = [
    ...css,
    ...(await referredIn(css.map(({ content }) => content.toString()).join(''))),
    ...(await images()),
    ...(await scripts()),
  ];
  const beside = out.replace(/\.js$/, `.${process.pid}.js`);
  await writeFile(beside, `${head}\n${moduleText(files)}`);
  await rename(beside, out);
}

/** A hash of the sources and of the versions that they are built with. */
async function hashOfSources(): Promise<string> {
  const sources = ['package-lock.json', ...globSync('assets/**/*.{ts,scss,svg}', { cwd: ROOT }).sort()];
  const hash = createHash('sha256');
  for (const path of sources) hash.update(await readFile(join(ROOT, path)));
  return hash.digest('hex').slice(0, 16);
}

async function styles(name: string): Promise<File> {
  const { css } = await compileAsync(join(ROOT, `assets/styles/${name}.scss`), {
    style: 'compressed',
    loadPaths: [join(USWDS, 'packages')],
    quietDeps: true,
    // Its byte order mark would spoil the first rule of a page that holds the styles itself.
    charset: false,
  });
  const tokens = join(USWDS, 'packages/uswds-core/src/styles/tokens/color');
  // The report is printed and saved: it is for paper.
  const themed = name === 'console' ? withDarkTheme(css, tokens) : css;
  return { path: `css/${name}.css`, content: Buffer.from(themed) };
}

/** The fonts and pictures that the styles name, from the design system. */
function referredIn(css: string): Promise<File[]> {
  const paths = [...css.matchAll(/url\("?\.\.\/([^")]+)"?\)/g)].map(([, path]) => path!);
  return Promise.all(
    [...new Set(paths)].map(async (path) => ({ path, content: await readFile(join(USWDS, 'dist', path)) })),
  );
}

/** Our own pictures. */
function images(): Promise<File[]> {
  const paths = globSync('assets/images/*.svg', { cwd: ROOT }).sort();
  return Promise.all(
    paths.map(async (path) => ({
      path: `img/${basename(path)}`,
      content: await readFile(join(ROOT, path)),
    })),
  );
}

/** Each script in assets/scripts/ as a file of its own. Pages work without them. */
async function scripts(): Promise<File[]> {
  const entryPoints = globSync('assets/scripts/*.ts', { cwd: ROOT }).sort();
  if (entryPoints.length === 0) return [];
  const { outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir: 'js',
    bundle: true,
    minify: true,
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
  });
  return outputFiles.map(({ path, contents }) => ({
    path: `js/${basename(path)}`,
    content: Buffer.from(contents),
  }));
}

/** One hash of all files is in their addresses: when any of them changes, browsers load all again. */
function moduleText(files: readonly File[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(path).update(content);
  const assets = files.map(({ path, content }): [string, Asset] => {
    const type = TYPES[path.split('.').at(-1)!];
    if (!type) throw new Error(`Cannot build the assets because the type of ${path} must be known`);
    const compressed = !path.endsWith('.woff2');
    const bytes = compressed ? brotliCompressSync(content) : content;
    return [path, { type, compressed, base64: bytes.toString('base64') }];
  });
  return [
    `export const assetsHash = ${JSON.stringify(hash.digest('hex').slice(0, 12))};`,
    `export const assets = ${JSON.stringify(Object.fromEntries(assets), null, 1)};`,
    '',
  ].join('\n');
}

if (import.meta.main) await buildAssets();
