import { expect } from 'vitest';
import type { Upload } from '../../../functions/domain/upload.ts';
import { ingest } from '../../../functions/ingest-roster/ingest.ts';
import { type IntakeCloud, startIntakeCloud } from '../clouds/intake-cloud.ts';
import { STRIDE } from '../outside.ts';
import type { Breaker } from './failing.ts';
import { PLAN } from './plan.ts';

export const NEVER = Number.POSITIVE_INFINITY;

export function roster(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `u${index},Name ${index},u${index % 7}@example.com,${'x'.repeat(80)}\n`,
  );
  return `uid,last_name,email,firm\n${rows.join('')}u0,,broken\n`;
}

const UPLOADS = {
  roster: { key: 'inbox/roster/b.csv', content: roster(40) },
  update: { key: 'inbox/update/b.csv', content: 'uid,email\nu1,moved@example.com\nu2,\nu3,u3@example.com\n' },
} as const;

/** A cloud with an active roster, and an upload on top of it. */
async function prepared(
  kind: keyof typeof UPLOADS,
  count: number,
): Promise<{ cloud: IntakeCloud; upload: Upload }> {
  const cloud = await startIntakeCloud();
  await cloud.putPlan({ ...PLAN, roster: { ...PLAN.roster, maxRejectedPercent: 50, maxGonePercent: 90 } });
  await cloud.ingest('inbox/roster/a.csv', roster(count), '2018-07-24T13:00:00Z');
  cloud.events.length = 0;
  const { key, content } = UPLOADS[kind];
  return { cloud, upload: await cloud.put(key, content, '2018-07-25T13:00:00Z') };
}

/** Everything that an ingest leaves behind. */
async function left(cloud: IntakeCloud, upload: Upload) {
  const { roster } = cloud.services;
  const versions = await roster.versions();
  const pointer = await roster.active();
  return {
    versions,
    decisions: pointer.decisions,
    active: pointer.version,
    filers: await Promise.all(versions.map(({ version }) => Array.fromAsync(roster.filers(version)))),
    report: await cloud.report(upload),
    reports: await cloud.keys('reports/update/'),
    events: [...new Set(cloud.events.map((event) => JSON.stringify(event)))],
  };
}

async function writesOf(cloud: IntakeCloud, upload: Upload): Promise<number> {
  const breaker: Breaker = { writes: 0, failAt: NEVER, carriedOut: false };
  await ingest(upload, cloud.breaking(breaker));
  return breaker.writes;
}

/**
 * Stops an ingest at each of its writes, tries again, and compares with one that wasn't stopped. `carriedOut`: whether the
 * write at which it stops is done.
 */
export async function stopAtEveryWrite(
  kind: keyof typeof UPLOADS,
  carriedOut: (failAt: number) => boolean,
): Promise<void> {
  const { cloud: whole, upload } = await prepared(kind, 30);
  const writes = await writesOf(whole, upload);
  const expected = await left(whole, upload);
  await whole.close();
  expect(writes).toBeGreaterThan(6);
  for (let failAt = 1; failAt <= writes; failAt += STRIDE) {
    const { cloud, upload: again } = await prepared(kind, 30);
    const breaking = cloud.breaking({ writes: 0, failAt, carriedOut: carriedOut(failAt) });
    await expect(ingest(again, breaking), `write ${failAt}`).rejects.toThrow(/machine/);
    const inForce = await cloud.services.roster.activeVersion();
    expect(inForce?.complete, `write ${failAt}`).toBe(true);
    const filers = await Array.fromAsync(cloud.services.roster.filers(inForce!.version));
    expect(filers).toHaveLength(inForce!.filers);
    await ingest(again, cloud.services);
    expect(await left(cloud, again), `write ${failAt}`).toEqual(expected);
    await cloud.close();
  }
}
