import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { askInTerminal, isAsked } from './ask-launch.ts';

// What `npm start` runs: it asks what to open before anything is loaded, since that depends on the campaign.

// Compiling what a start loads takes a fifth of its time, so the next start finds it compiled.
enableCompileCache(join(import.meta.dirname, '../../.crier/compiled'));

if (isAsked(process.argv.slice(2), process)) process.argv.push(...(await askInTerminal()));
await import('../lib/register.ts');
await import('./start.ts');
