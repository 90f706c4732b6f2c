import { brotliDecompressSync } from 'node:zlib';
import { assets } from '../assets.generated.js';

const known = new Map<string, string>();

/**
 * A stylesheet of `assets/styles/` as one text: its pictures are in it, and it leaves fonts to the machine.
 * @param name `console`, or `report` for a file that has no forms
 */
export function inlineStyles(name: 'console' | 'report' = 'console'): string {
  const styles = known.get(name) ?? textOf(name);
  known.set(name, styles);
  return styles;
}

function textOf(name: string): string {
  return contentOf(`css/${name}.css`)
    .toString()
    .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/url\("?\.\.\/([^")]+)"?\)/g, (_, path: string) => `url("${dataUrlOf(path)}")`);
}

function dataUrlOf(path: string): string {
  return `data:${assets[path]!.type};base64,${contentOf(path).toString('base64')}`;
}

/** @param path as the console serves it: `img/icon.svg` */
function contentOf(path: string): Buffer {
  const asset = assets[path];
  if (!asset) throw new Error(`Cannot show a page because the console must have ${path}: npm run prepare`);
  const bytes = Buffer.from(asset.base64, 'base64');
  return asset.compressed ? brotliDecompressSync(bytes) : bytes;
}
