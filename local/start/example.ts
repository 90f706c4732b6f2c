import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Temporal } from 'temporal-polyfill';
import { EXAMPLE_FOLDER, examplePlan } from '../../examples/example.ts';
import { phasesOf } from '../../functions/domain/plan/phases.ts';
import type { Cloud } from '../cloud/cloud.ts';
import { UserError } from '../lib/user-error.ts';
import { uploadTable } from '../rehearse/uploads.ts';

/** When the example begins: five minutes before its first phase. */
export function exampleBegins(): Temporal.Instant {
  return phasesOf(examplePlan())[0]!.at.subtract({ minutes: 5 }).toInstant();
}

/** Directory of the updates that its clerk uploads later, each at the time in its name. */
export const EXAMPLE_UPDATES = join(EXAMPLE_FOLDER, 'updates');

/**
 * Uploads plan and roster, as the example's clerk has done by `exampleBegins`, and waits until they are active.
 * @throws UserError when one of them isn't taken.
 */
export async function uploadExample(cloud: Cloud): Promise<void> {
  await cloud.put('inbox/launch/launch.json', readFileSync(join(EXAMPLE_FOLDER, 'launch.json')));
  await cloud.settle();
  if (cloud.schedules().every(({ recurrence }) => recurrence.kind !== 'at'))
    throw new UserError('Cannot start because the example’s plan was refused: see the messages above');
  const path = join(EXAMPLE_FOLDER, 'roster.csv');
  await uploadTable(cloud, { kind: 'roster', file: { path, content: readFileSync(path) } });
}
