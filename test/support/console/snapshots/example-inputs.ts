import { readdirSync, readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import type { Cloud } from '../../../../local/cloud/cloud.ts';

const EXAMPLE = 'examples/nysb-2018';
/** The pages that every page leads to, and the phone list. */
export const MAIN = ['/', '/roster', '/filers', '/filers/phone-list', '/phases', '/plan', '/log', '/audit'];

/** The example's roster. */
export function exampleRoster(): string {
  return readFileSync(`${EXAMPLE}/roster.csv`, 'utf8');
}

/** The example's plan with some phases and some members changed, as it is uploaded. */
export function planOf(changes: Readonly<Record<string, object>> = {}, members: object = {}): string {
  const plan = JSON.parse(readFileSync(`${EXAMPLE}/launch.json`, 'utf8'));
  const changed = plan.phases.map((phase: { id: string }) => ({ ...phase, ...changes[phase.id] }));
  return JSON.stringify({ ...plan, phases: changed, ...members });
}

/** The page of every phase, and of the change of dates. */
export function phasePaths(): string[] {
  const { phases } = JSON.parse(planOf()) as { phases: { id: string }[] };
  return [...phases.map(({ id }) => `/phases/${id}`), '/phases/date-change'];
}

/** Uploads what the example's clerk does between now and an instant, each at its time. */
export async function playUpdates(cloud: Cloud, until: string): Promise<void> {
  const start = cloud.clock.now();
  for (const file of readdirSync(`${EXAMPLE}/updates`).sort()) {
    const [, day, hour, minute] = /^(\d{4}-\d\d-\d\d)T(\d\d)(\d\d)-/.exec(file)!;
    // The court's wall time in summer; in winter that is an hour early, which changes nothing.
    const at = Temporal.Instant.from(`${day}T${hour}:${minute}:00-04:00`);
    if (Temporal.Instant.compare(at, start) <= 0 || Temporal.Instant.compare(at, until) > 0) continue;
    await cloud.advanceTo(at);
    await playUpdate(cloud, file);
  }
  await cloud.advanceTo(until);
}

/** Uploads one of the example's updates. @param file its name, or the beginning of it */
export async function playUpdate(cloud: Cloud, file: string): Promise<void> {
  const name = readdirSync(`${EXAMPLE}/updates`).find((one) => one.startsWith(file))!;
  await cloud.put(`inbox/update/${name}`, readFileSync(`${EXAMPLE}/updates/${name}`));
  await cloud.settle();
}

/** Lets a minute pass: the audit log has no order of what is done at one instant. */
export async function passMinute(cloud: Cloud): Promise<void> {
  await cloud.advanceTo(cloud.clock.now().add({ minutes: 1 }));
}
