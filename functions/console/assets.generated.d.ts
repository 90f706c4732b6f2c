import type { Asset } from './http/assets.ts';

/** Made by `node assets/build.ts` from `assets/`; not in git. */
export declare const assets: Readonly<Record<string, Asset>>;
/** Of everything in `assets`: part of every address. */
export declare const assetsHash: string;
