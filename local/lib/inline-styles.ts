import { brotliDecompressSync } from 'node:zlib';
import { assets } from '../../functions/console/assets.generated.js';

let styles: string | undefined;

/** The console's stylesheet as one text: its pictures are in it, and it leaves fonts to the machine. */
export function inlineStyles(): string {
  styles ??= contentOf('css/console.css')
    .toString()
    .replaceAll(/@font-face\s*\{[^}]*\}/g, '')
    .replaceAll(/url\("?\.\.\/([^")]+)"?\)/g, (_, path: string) => `url("${dataUrlOf(path)}")`);
  return styles;
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
