import { rmSync } from 'node:fs';
import { playExample } from './snapshots/example.ts';
import { playTrouble } from './snapshots/trouble.ts';

/**
 * `npm run snapshots:console -- FOLDER`: plays two launches on a virtual clock, and keeps what the
 * console answers on the way, one file an answer. `diff -r` of two such folders shows what a change did to the pages.
 */
const [folder] = process.argv.slice(2);
if (!folder) {
  console.error('Name the folder that gets the pages.');
  process.exit(2);
}
rmSync(folder, { recursive: true, force: true });
const kept = (await playExample(`${folder}/example`)) + (await playTrouble(`${folder}/trouble`));
console.log(`${kept} answers in ${folder}`);
process.exit(0);
