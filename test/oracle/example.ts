import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Launch } from './launch.ts';
import type { Upload } from './roster.ts';

const folder = join(import.meta.dirname, '../../examples/nysb-2018');

/** The example's plan, as it is in the file. */
export const launch: Launch = JSON.parse(readFileSync(join(folder, 'launch.json'), 'utf8'));

/** The example's roster and dated updates; the roster is uploaded the day before the first notice. */
export function exampleUploads(): { readonly roster: Upload; readonly updates: readonly Upload[] } {
  const roster = { at: '2018-07-23T10:00', text: readFileSync(join(folder, 'roster.csv'), 'utf8') };
  const updates = readdirSync(join(folder, 'updates')).map((file) => {
    const [, day, hour, minute] = /^(\d{4}-\d{2}-\d{2})T(\d{2})(\d{2})-/.exec(file)!;
    return { at: `${day}T${hour}:${minute}`, text: readFileSync(join(folder, 'updates', file), 'utf8') };
  });
  return { roster, updates };
}
