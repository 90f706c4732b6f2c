import { assetsHash } from '../assets.generated.js';

/** Address of a file of `assets/`, which never changes what it answers: `assetPath('css/console.css')`. */
export function assetPath(path: string): string {
  return `/assets/${assetsHash}/${path}`;
}
