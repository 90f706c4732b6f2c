import {
  DeleteObjectCommand,
  DeleteObjectsCommand,
  PutObjectCommand,
  type PutObjectCommandInput,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexedPart } from '../../../functions/aws/audit-index.ts';
import { auditLogOf } from '../../../functions/aws/audit-log.ts';
import { auditReaderOf } from '../../../functions/aws/audit-reader.ts';
import { dynamo } from '../../../functions/aws/clients.ts';
import { deleteItem, putItem } from '../../../functions/aws/dynamo.ts';
import { outsideActor } from '../../../functions/domain/actor.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import { objectKeyOf, placeOf } from '../../../functions/domain/audit-key.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { runAs } from '../../../local/cloud/iam/caller.ts';
import { anOpsCloud, type OpsCloud } from '../../support/clouds/ops-cloud.ts';

const PERSON = { by: 'ops1', why: 'wrong date' };
let ops: OpsCloud;
let client: S3Client;
let Bucket: string;
let held: AuditEntry;

beforeAll(async () => {
  ops = await anOpsCloud();
  client = new S3Client({});
  Bucket = ops.cloud.env[ENV.auditBucket]!;
  await ops.ask({ act: 'hold', scope: 'all', ...PERSON });
  held = (await entries()).find(({ act }) => act.act === 'hold')!;
}, 60_000);
afterAll(async () => {
  client.destroy();
  await ops.cloud.stop();
});

const entries = () => ops.ask<AuditEntry[]>({ act: 'acts', limit: 50 });
const put = (more: Partial<PutObjectCommandInput> = {}) =>
  client.send(new PutObjectCommand({ Bucket, Key: objectKeyOf(held), Body: '{}', ...more }));
const index = () => ({ db: dynamo(), name: ops.cloud.env[ENV.launchTable]! });

describe('the audit log', () => {
  it('says who did it: a caller outside the console, with what they claim', () => {
    expect(held).toMatchObject({ act: { scope: 'all', why: 'wrong date' }, after: ['person'] });
    expect(held.act.by).toEqual({ ...outsideActor('ops1'), isAwaited: true });
  });

  it('has every upload from outside the console, and no file names', async () => {
    const uploads = (await entries()).filter(({ act }) => act.act === 'upload');
    const kinds = uploads.map(({ act }) => act.act === 'upload' && act.kind);
    expect(kinds.toSorted()).toEqual(['plan', 'roster']);
    expect(uploads.map(({ act }) => act.by.kind)).toEqual(['outside', 'outside']);
    expect(JSON.stringify(uploads)).not.toContain('roster.csv');
  });

  it.each([
    ['without a condition', {}, 'AccessDenied'],
    ['on the condition that there is none', { IfNoneMatch: '*' }, 'PreconditionFailed'],
  ])('attack: an entry overwritten %s stays as it was', async (_what, condition, name) => {
    await expect(put(condition)).rejects.toMatchObject({ name });
    expect((await entries()).find(({ act }) => act.act === 'hold')).toEqual(held);
  });

  it.each(['Act', 'ActivateRoster', 'Console', 'Erase', 'ReleasePhase'])(
    'lets %s put an entry again whose answer got lost, and no other one of its request',
    async (id) => {
      const log = auditLogOf(ops.cloud.env, { db: dynamo(), client });
      const act = { act: 'lift', scope: 'all', reason: 'person', by: outsideActor(), why: 'over' } as const;
      const entry = { ...held, requestId: `lost-${id}`, act };
      const again = { ...entry, after: ['quota'] };
      await runAs(id, async () => {
        await log.put(entry);
        await log.put(entry);
        await expect(log.put(again)).rejects.toThrow(`the request must be new: lost-${id} is not`);
      });
      const [found] = (await entries()).filter(({ requestId }) => requestId === entry.requestId);
      expect(found!.after).toEqual(held.after);
    },
  );

  it('attack: an entry deleted, alone or among others, stays', async () => {
    const Key = objectKeyOf(held);
    await expect(client.send(new DeleteObjectCommand({ Bucket, Key }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    const Delete = { Objects: [{ Key }] };
    await expect(client.send(new DeleteObjectsCommand({ Bucket, Delete }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    expect((await entries()).find(({ act }) => act.act === 'hold')).toEqual(held);
  });

  it.each(['Act', 'Console', 'Sweep'])('attack: %s itself can delete no entry', async (id) => {
    const attempt = () => client.send(new DeleteObjectCommand({ Bucket, Key: objectKeyOf(held) }));
    await expect(runAs(id, attempt)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('attack: of two entries put under one key at once, one is there', async () => {
    const race = ['one', 'two'].map((Body) =>
      put({ Key: 'entries/2018-07-24T12:00:00Z/r.json', Body, IfNoneMatch: '*' }),
    );
    const done = await Promise.allSettled(race);
    expect(done.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  it('attack: an item of the index changed to say something else changes no entry, and one made up is none', async () => {
    const forged = { ...held, act: { ...held.act, by: { kind: 'person', id: 'clara' } } };
    await putItem(index(), { pk: 'act', sk: placeOf(held), ...forged });
    const sk = placeOf({ ...held, requestId: 'made-up' });
    await putItem(index(), { pk: 'act', sk });
    const read = await entries();
    expect(read.find(({ act }) => act.act === 'hold')).toEqual(held);
    expect(read.map(({ requestId }) => requestId)).not.toContain('made-up');
    const shown = await runAs('Console', () =>
      auditReaderOf({ env: ops.cloud.envOf('Console'), clock: ops.cloud.clock }).entries(50),
    );
    expect(shown).toEqual(read);
  });

  it.each([
    ['by command', async () => (await ops.ask<IndexedPart>({ act: 'rebuild-audit-index' })).added],
    ['by the sweep', async () => void (await ops.cloud.invoke('Sweep', {}))],
  ])('attack: an entry taken out of the index is listed again %s', async (_what, mend) => {
    await deleteItem(index(), { pk: 'act', sk: placeOf(held) });
    expect((await entries()).some(({ act }) => act.act === 'hold')).toBe(false);
    await mend();
    expect((await entries()).find(({ act }) => act.act === 'hold')).toEqual(held);
  });

  it.each([
    ['a person of the console', { kind: 'person', id: 'clara' }],
    ['a principal', { kind: 'outside', principal: 'arn:aws:iam::000000000000:role/Admin' }],
  ])('attack: a caller who claims to be %s is refused', async (_what, by) => {
    const before = await entries();
    await expect(ops.ask({ act: 'hold', scope: 'all', why: 'x', by } as never)).rejects.toThrow(/by/);
    expect(await entries()).toEqual(before);
  });

  it.each(['ask jane@example.com', 'for <j.doe@nysb.uscourts.gov>'])(
    'attack: a reason that would keep an address permanently is refused: %s',
    async (why) => {
      await expect(ops.ask({ act: 'hold', scope: 'all', by: 'ops1', why })).rejects.toThrow(
        /not contain an email address/,
      );
    },
  );
});
