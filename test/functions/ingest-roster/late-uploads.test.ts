import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Upload } from '../../../functions/domain/upload.ts';
import { ingest } from '../../../functions/ingest-roster/ingest.ts';
import { type IntakeCloud, startIntakeCloud } from '../../support/clouds/intake-cloud.ts';
import { PLAN } from '../../support/roster/plan.ts';

let cloud: IntakeCloud;
beforeEach(async () => {
  cloud = await startIntakeCloud();
  await cloud.putPlan(PLAN, '2018-07-01T13:00:00Z');
});
afterEach(() => cloud.close());

/** S3's event and the message by which the sweep queues the same file, which may be dated a second apart. */
interface Messages {
  readonly event: Upload;
  readonly requeued: Upload;
}

/** Puts a file that is newer than another's event; outside the embedded cloud, that takes two seconds of waiting. */
async function put(name: string, content: string, { after = '' } = {}): Promise<Messages> {
  // A form's key is signed once, so each try has a folder of its own.
  for (let folder = 1; ; folder++) {
    const upload = await cloud.put(
      `inbox/roster/${folder}/${name}`,
      content,
      after ? '2018-07-24T13:05:00Z' : '2018-07-24T13:00:00Z',
      'clara',
    );
    const { lastModified } = (await cloud.services.inbox.open(upload))!;
    const event = { ...upload, uploadedAt: secondAfter(lastModified) };
    const requeued = { ...upload, uploadedAt: lastModified, versionId: null, requeued: true } as const;
    if (lastModified > after) return { event, requeued };
    await wait(500);
  }
}
const secondAfter = (instant: string) =>
  new Date(Date.parse(instant) + 1000).toISOString().replace('.000', '');
const row = (id: string) => `${id},Abel,${id}@example.com\n`;
const roster = (...ids: string[]) => `uid,last_name,email\n${ids.map(row).join('')}`;

/** In which messages about an earlier and a later roster come; a capital is the sweep's. */
const ORDERS = ['aAbB', 'AabB', 'ABab', 'AbaB', 'bAaB', 'BAab', 'bBAa', 'BbaA', 'AAbb', 'abAB'];

describe('ingest', () => {
  it.each(ORDERS)('ends with the newest roster active when messages come as %s', async (order) => {
    const a = await put('a.csv', roster('a', 'b'));
    const b = await put('b.csv', roster('a', 'b', 'c'), { after: a.event.uploadedAt });
    const messages = { a: a.event, A: a.requeued, b: b.event, B: b.requeued };
    for (const one of order) await ingest(messages[one as keyof typeof messages], cloud.services);
    const versions = await cloud.services.roster.versions();
    expect(await cloud.services.roster.activeVersion()).toMatchObject({ filers: 3, by: { id: 'clara' } });
    expect(versions.map(({ filers }) => filers)).toEqual([2, 3]);
    const isLate = order.toLowerCase().startsWith('b');
    expect(versions[0]!.held.some(({ code }) => code === 'older-upload')).toBe(isLate);
    // Neither the same bytes nor a used form is held against a file that came twice.
    expect(cloud.logs.filter(({ code }) => code === 'roster-refused')).toEqual([]);
    const acts = (await cloud.auditReader.entries(10)).map(({ act }) => act.act);
    expect(acts.toSorted()).toEqual([...(isLate ? [] : ['activate']), 'activate', 'upload', 'upload']);
  });
});
