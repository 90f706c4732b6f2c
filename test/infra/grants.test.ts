import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { ENV, type EnvName } from '../../functions/lib/env.ts';
import { listOf, resourcesOf, statementsOf, synthesize } from '../support/synthesize.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const { pipeline } = synthesize();
const functions = resourcesOf(pipeline, 'AWS::Lambda::Function').map(([id, { Metadata, Properties }]) => ({
  id,
  code: bundled(String(Metadata?.['crier:entry'])),
  set: Object.keys(Properties.Environment.Variables),
  allowed: statementsOf(pipeline, id).flatMap(({ Action }) => listOf(Action)),
}));

/** Set whether read or not: for every function, and with the permission for uploads, whose events name the bucket. */
const UNREAD: readonly string[] = [ENV.launchName, ENV.inboxBucket, 'NODE_OPTIONS'];

/** What the calls that our clients make ask of IAM. */
const ACTIONS: Readonly<Record<string, readonly string[]>> = {
  GetCommand: ['dynamodb:GetItem'],
  BatchGetCommand: ['dynamodb:BatchGetItem'],
  QueryCommand: ['dynamodb:Query'],
  ScanCommand: ['dynamodb:Scan'],
  paginateQuery: ['dynamodb:Query'],
  PutCommand: ['dynamodb:PutItem'],
  UpdateCommand: ['dynamodb:UpdateItem'],
  DeleteCommand: ['dynamodb:DeleteItem'],
  BatchWriteCommand: ['dynamodb:BatchWriteItem'],
  SendMessageCommand: ['sqs:SendMessage'],
  SendMessageBatchCommand: ['sqs:SendMessage'],
  ReceiveMessageCommand: ['sqs:ReceiveMessage'],
  DeleteMessageBatchCommand: ['sqs:DeleteMessage'],
  GetQueueAttributesCommand: ['sqs:GetQueueAttributes'],
  PutEventsCommand: ['events:PutEvents'],
  SendRawEmailCommand: ['ses:SendRawEmail'],
  GetSendQuotaCommand: ['ses:GetSendQuota'],
  GetObjectCommand: ['s3:GetObject'],
  HeadObjectCommand: ['s3:GetObject'],
  ListObjectsV2Command: ['s3:ListBucket'],
  PutObjectCommand: ['s3:PutObject'],
  DeleteObjectCommand: ['s3:DeleteObject'],
  PartsUpload: ['s3:PutObject', 's3:AbortMultipartUpload'],
  CreateScheduleCommand: ['scheduler:CreateSchedule', 'iam:PassRole'],
  UpdateScheduleCommand: ['scheduler:UpdateSchedule', 'iam:PassRole'],
  DeleteScheduleCommand: ['scheduler:DeleteSchedule'],
  GetScheduleCommand: ['scheduler:GetSchedule'],
  ListSchedulesCommand: ['scheduler:ListSchedules'],
  InvokeCommand: ['lambda:InvokeFunction'],
  paginateListSchedules: ['scheduler:ListSchedules'],
};

/**
 * Calls that stand in the modules, but that these functions never make: of the mailer they ask the quota only, of a store that
 * others write by they use the reading part, and a file in the wrong place is reported unread.
 */
const NEVER: Readonly<Record<string, readonly string[]>> = {
  StartPhase: ['ses:SendRawEmail'],
  ReleasePhase: ['ses:SendRawEmail'],
  ReportUnknown: ['s3:GetObject'],
  Sweep: ['ses:SendRawEmail'],
  PlanLaunch: ['dynamodb:BatchWriteItem'],
  Act: ['dynamodb:BatchWriteItem'],
  Console: ['dynamodb:BatchWriteItem'],
  Erase: ['dynamodb:BatchWriteItem'],
  IngestRoster: ['dynamodb:DeleteItem'],
  SendEmail: ['dynamodb:PutItem'],
  RecordFeedback: ['dynamodb:UpdateItem'],
  ExportLog: ['dynamodb:BatchWriteItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
};

/** All modules of ours that an entry reaches, in one text; what nobody calls is left out. */
function bundled(entry: string): string {
  const { outputFiles } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  });
  return outputFiles[0]!.text;
}

function found(code: string, pattern: RegExp): string[] {
  return [...new Set([...code.matchAll(pattern)].map(([, name]) => name!))].sort();
}

describe("a function's environment", () => {
  it.each(functions)(
    '$id: every variable that its modules read is set, and no other',
    ({ id, code, set }) => {
      const read = found(code, /\bENV\.(\w+)/g).map((key) => ENV[key as keyof typeof ENV]);
      // It has nothing but its log.
      expect(read.length > 0).toBe(id !== 'RecordAccess');
      expect(read.filter((name) => !set.includes(name))).toEqual([]);
      expect(set.filter((name) => !UNREAD.includes(name) && !read.includes(name as EnvName))).toEqual([]);
    },
  );
});

describe("a function's role", () => {
  it.each(functions)('$id: allows every call that its modules make', ({ id, code, allowed }) => {
    // A name that several modules import gets a number in the bundle.
    const calls = found(code, /\b([A-Z]\w+Command|PartsUpload|paginate[A-Za-z]+)\d*\(/g);
    expect(calls.filter((call) => !ACTIONS[call])).toEqual([]);
    const needed = [...new Set(calls.flatMap((call) => ACTIONS[call]!))];
    expect(needed.filter((action) => !allowed.includes(action))).toEqual(NEVER[id] ?? []);
  });
});
