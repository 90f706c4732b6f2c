import { brotliDecompressSync } from 'node:zlib';
import { assets, assetsHash } from '../assets.generated.js';
import type { ConsoleApp } from './context.ts';
import { notFound } from './refusal.ts';

/** Serves styles, fonts, pictures and scripts. An address names its content, so it may be kept permanently. */
export function registerAssets(app: ConsoleApp): void {
  app.get('/assets/*', (c) => {
    const path = c.req.path.slice(`/assets/${assetsHash}/`.length);
    const asset =
      c.req.path.startsWith(`/assets/${assetsHash}/`) && Object.hasOwn(assets, path) ? assets[path] : null;
    if (!asset) throw notFound('This file');
    c.header('Content-Type', asset.type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Vary', 'Accept-Encoding');
    const bytes = Buffer.from(asset.base64, 'base64');
    if (!asset.compressed) return c.body(bytes);
    if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(brotliDecompressSync(bytes));
    c.header('Content-Encoding', 'br');
    return c.body(bytes);
  });
}
