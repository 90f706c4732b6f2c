import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { Cloud } from '../cloud/cloud.ts';
import { UserError } from '../lib/user-error.ts';
import { uploadTable } from '../rehearse/uploads.ts';

const FOLDER = join(import.meta.dirname, '../../examples/nysb-2018');

/** When the example begins: five minutes before its first notice. */
export const EXAMPLE_BEGINS = Temporal.Instant.from('2018-07-24T08:55:00-04:00');

/** Directory of the updates that its clerk uploads later, each at the time in its name. */
export const EXAMPLE_UPDATES = join(FOLDER, 'updates');

/**
 * Uploads plan and roster, as the example's clerk has done by `EXAMPLE_BEGINS`, and waits until they are active.
 * @throws UserError when one of them isn't taken.
 */
export async function uploadExample(cloud: Cloud): Promise<void> {
  await cloud.put('inbox/launch/launch.json', readFileSync(join(FOLDER, 'launch.json')));
  await cloud.settle();
  if (cloud.schedules().every(({ recurrence }) => recurrence.kind !== 'at'))
    throw new UserError('Cannot start because the example’s plan was not taken: see what is said above');
  const path = join(FOLDER, 'roster.csv');
  await uploadTable(cloud, { kind: 'roster', file: { path, content: readFileSync(path) } });
}
