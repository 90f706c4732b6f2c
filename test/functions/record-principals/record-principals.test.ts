import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditActorLabel } from '../../../functions/domain/actor.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import { ENV } from '../../../functions/lib/env.ts';
import { runAs } from '../../../local/cloud/iam/caller.ts';
import { anOpsCloud, type OpsCloud } from '../../support/clouds/ops-cloud.ts';

const ROLE = 'CourtUploads';
const ROLE_ARN = `arn:aws:iam::000000000000:role/${ROLE}`;
let ops: OpsCloud;
let s3: S3Client;
let lambda: LambdaClient;

beforeAll(async () => {
  ops = await anOpsCloud();
  s3 = new S3Client({});
  lambda = new LambdaClient({});
}, 60_000);
afterAll(async () => {
  s3.destroy();
  lambda.destroy();
  await ops.cloud.stop();
});

/** Invokes a function as people do from the command line. */
async function command(event: object, name = 'Act'): Promise<void> {
  const { FunctionError } = await lambda.send(
    new InvokeCommand({ FunctionName: name, Payload: Buffer.from(JSON.stringify(event)) }),
  );
  expect(FunctionError).toBeUndefined();
}

async function entryOf(why: string): Promise<AuditEntry> {
  const entries = await ops.ask<AuditEntry[]>({ act: 'acts', limit: 50 });
  return entries.find(({ act }) => act.why === why)!;
}

const label = async (why: string) => auditActorLabel((await entryOf(why)).act.by);
const later = (time: object) => ops.cloud.advanceTo(ops.cloud.clock.now().add(time));
const Bucket = () => ops.cloud.env[ENV.auditBucket]!;

/** Records a principal of a request before CloudTrail reports it. */
const forge = (requestId: string, more: object = { IfNoneMatch: '*' }) =>
  s3.send(
    new PutObjectCommand({
      Bucket: Bucket(),
      Key: `principals/lambda/${requestId}.json`,
      Body: JSON.stringify({ service: 'lambda', requestId, at: 'x', principal: 'the clerk', event: 'x' }),
      ...more,
    }),
  );

describe('who acted outside the console', () => {
  it('is named for a command, minutes later, by a role and without the session’s name', async () => {
    await command({ act: 'hold', scope: 'all', by: 'ops1', why: 'a command' });
    expect(await label('a command')).toBe(
      'someone outside the console (not yet reported by AWS, claiming to be ops1)',
    );
    await later({ minutes: 6 });
    expect(await label('a command')).toBe(
      `someone outside the console (the role ${ROLE}, claiming to be ops1)`,
    );
    const entry = await entryOf('a command');
    expect(entry.act.by).toMatchObject({
      principal: ROLE_ARN,
      event: expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(JSON.stringify(entry)).not.toContain('jane');
    expect(JSON.stringify(ops.cloud.log)).not.toContain('jane');
  });

  it('is named for an upload', async () => {
    expect(await label('uploaded outside the console')).toBe(
      `someone outside the console (the role ${ROLE})`,
    );
  });

  it('is not reported for a command that no trail logs, and the label says so after an hour', async () => {
    await ops.ask({ act: 'hold', scope: 'all', by: 'ops1', why: 'past the trail' });
    await later({ minutes: 59 });
    expect(await label('past the trail')).toContain('not yet reported by AWS');
    await later({ minutes: 2 });
    expect(await label('past the trail')).toBe(
      'someone outside the console (not reported by AWS, claiming to be ops1)',
    );
  });

  it('attack: a caller claims to be the clerk; the audit log names the caller’s role', async () => {
    await command({ act: 'lift', scope: 'all', by: 'clara', why: 'as the clerk' });
    await later({ minutes: 6 });
    expect(await label('as the clerk')).toBe(
      `someone outside the console (the role ${ROLE}, claiming to be clara)`,
    );
  });

  it.each([
    ['without a condition', {}, 'AccessDenied'],
    ['on the condition that there is none', { IfNoneMatch: '*' }, 'PreconditionFailed'],
  ])('attack: a recorded principal is overwritten %s; it stays', async (_what, condition, name) => {
    const { requestId } = await entryOf('a command');
    await expect(forge(requestId, condition)).rejects.toMatchObject({ name });
    expect(await label('a command')).toContain(ROLE);
  });

  it('attack: someone records another principal before AWS reports theirs; it raises an alarm', async () => {
    await command({ act: 'hold', scope: 'all', by: 'ops1', why: 'forged' });
    const { requestId } = await entryOf('forged');
    await forge(requestId);
    await later({ minutes: 6 });
    const errors = ops.cloud.log.filter(
      ({ level, fields }) => level === 'ERROR' && fields.request === requestId,
    );
    expect(errors.map(({ code, functionId }) => [code, functionId])).toEqual([
      ['principal-conflict', 'RecordPrincipals'],
    ]);
  });

  it('attack: RecordPrincipals itself adds an entry to the audit log; it may not', async () => {
    const Key = 'entries/2018-07-24T12:00:00Z/forged.json';
    const attempt = () =>
      s3.send(new PutObjectCommand({ Bucket: Bucket(), Key, Body: '{}', IfNoneMatch: '*' }));
    await expect(runAs('RecordPrincipals', attempt)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('is recorded in one object for each request', async () => {
    const { Contents = [] } = await s3.send(
      new ListObjectsV2Command({ Bucket: Bucket(), Prefix: 'principals/' }),
    );
    // Plan and roster, three commands, and the questions of no one: those go past the trail here.
    expect(Contents.map(({ Key }) => Key!.split('/')[1]).toSorted()).toEqual([
      'lambda',
      'lambda',
      'lambda',
      's3',
      's3',
    ]);
    expect(ops.cloud.failures).toEqual([]);
  });
});
