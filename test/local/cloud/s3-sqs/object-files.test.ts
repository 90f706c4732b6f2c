import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { objectFiles } from '../../../../local/cloud/s3-sqs/object-files.ts';

const clock = virtualClock('2018-07-24T13:00:00Z');
let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'crier-kept-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

describe('objects on disk', () => {
  const object = (key: string, body: string) => ({
    key,
    body: Buffer.from(body),
    contentType: 'text/csv',
    contentLength: body.length,
    etag: '"e"',
    lastModified: new Date(0),
    metadata: { by: 'clerk' },
  });

  it('are as they were last written, whatever their keys; half-written ones do not count', () => {
    const files = objectFiles(dir, clock);
    const odd = '../inbox/ä b%2F\n.csv';
    files.upsertObject('bucket', object(odd, 'one\ntwo'));
    files.completeMultipartUpload('id', 'bucket', object(odd, 'three\n'));
    files.upsertObject('bucket', object('gone', ''));
    files.deleteObject('bucket', 'gone');
    writeFileSync(join(dir, 'x.unfinished'), 'half');
    const again = objectFiles(dir, clock);
    expect(again.stored()).toEqual([
      { bucket: 'bucket', key: odd, size: 6, etag: 'e', reason: 'PutObject', at: clock.now() },
    ]);
    expect(again.readBody('bucket', odd).toString()).toBe('three\n');
  });

  it('are read in part, wherever their bytes begin, and not at all once they are cut off', () => {
    const files = objectFiles(dir, clock);
    files.upsertObject('bucket', object('a.csv', 'one\ntwo\nthree\n'));
    expect(files.readPart('bucket', 'a.csv', { begin: 4, end: 8 }).toString()).toBe('two\n');
    expect(files.readPart('bucket', 'a.csv', { begin: 8, end: 14 }).toString()).toBe('three\n');
    const [name] = readdirSync(dir);
    truncateSync(join(dir, name!), statSync(join(dir, name!)).size - 1);
    expect(() => files.readPart('bucket', 'a.csv', { begin: 0, end: 4 })).toThrow('is damaged');
  });
});
