import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { s3 } from '../../../functions/aws/clients.ts';
import { exportWriterOf } from '../../../functions/aws/exports.ts';
import { inboxOf, type ReportFile } from '../../../functions/aws/inbox.ts';
import { planUploadsOf } from '../../../functions/aws/plan-uploads.ts';
import { rosterInboxOf } from '../../../functions/aws/roster-inbox.ts';
import { searchStore } from '../../../functions/aws/search-index.ts';
import type { Upload } from '../../../functions/domain/upload.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { runAs } from '../../../local/cloud/iam/caller.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ clock: virtualClock('2018-07-24T12:00:00Z') });
});
afterAll(async () => {
  expect(cloud.denials).toEqual([]);
  await cloud.stop();
});

/** More than S3's smallest part, so that it is uploaded in parts. */
const LONG = 'x'.repeat(6 * 1024 * 1024);

function uploadOf(key: string, versionId: string | null): Upload {
  return { bucket: cloud.bucket, key, size: 1, etag: null, versionId, uploadedAt: '2018-07-24T12:00:00Z' };
}

async function abandoned(file: ReportFile): Promise<void> {
  await file.write(LONG);
  await file.write(LONG);
  await file.abandon();
}

describe('a long file that its function abandons', () => {
  it.each([
    [
      'IngestRoster',
      'reports/',
      () => inboxOf().openReport(uploadOf('a', null), { key: 'reports/a.csv', type: 'text/csv' }),
    ],
    ['ExportLog', 'exports/', () => exportWriterOf(cloud.envOf('ExportLog'), s3()).open(crypto.randomUUID())],
  ])('leaves nothing of %s under %s', async (functionId, prefix, open) => {
    await runAs(functionId, () => abandoned(open()));
    expect([...(await cloud.read(prefix)).keys()]).toEqual([]);
  });
});

describe('a search index', () => {
  it.each(['Console', 'ExportLog', 'IndexRoster'])('may be missing for %s', async (functionId) => {
    const store = searchStore(cloud.envOf(functionId), s3());
    expect(await runAs(functionId, () => store.directory('gone'))).toBeNull();
  });
});

describe('an uploaded file', () => {
  it.each(['Console', 'ActivateRoster'])('is known by %s to be there, or gone', async (functionId) => {
    await cloud.put('inbox/roster/b.csv', 'x');
    const { isThere } = rosterInboxOf({ env: cloud.envOf(functionId), clock: cloud.clock });
    const answers = ['inbox/roster/b.csv', 'inbox/roster/b'].map((key) =>
      runAs(functionId, () => isThere({ key })),
    );
    expect(await Promise.all(answers)).toEqual([true, false]);
  });
});

describe('an upload', () => {
  it.each([
    ['IngestRoster', 'inbox/roster/a.csv', (upload: Upload): Promise<unknown> => inboxOf().open(upload)],
    ['IngestRoster', 'inbox/update/a.csv', (upload: Upload): Promise<unknown> => inboxOf().open(upload)],
    [
      'PlanLaunch',
      'inbox/launch/a.json',
      (upload: Upload): Promise<unknown> => planUploadsOf(s3()).read(upload),
    ],
  ])(
    'is read by %s as %s in the version that the event names, and may be gone',
    async (functionId, key, read) => {
      await cloud.put(key, 'x');
      expect(await runAs(functionId, () => read(uploadOf(key, 'null')))).not.toBeNull();
      const gone = await runAs(functionId, () => read(uploadOf(key.replace('.', '-gone.'), null)));
      expect(JSON.stringify(gone)).toMatch(/^null$|gone/);
    },
  );
});
