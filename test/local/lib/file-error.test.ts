import { mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { fileError, withPath } from '../../../local/lib/file-error.ts';

const dir = mkdtempSync(join(tmpdir(), 'crier-file-'));
afterAll(() => rmSync(dir, { recursive: true }));

function failed(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('Cannot test because it must fail');
}

const FULL = '/data/tables/000003.log: No space left on device';

describe('an error of the file system', () => {
  it.each<[string, unknown, string]>([
    [
      'a full disk',
      failed(() => withPath('/dev/full', () => writeFileSync(openSync('/dev/full', 'w'), 'x'))),
      'Cannot use /dev/full because the disk is full',
    ],
    [
      'a folder',
      failed(() => writeFileSync(dir, 'x')),
      `Cannot use ${dir} because a folder is where a file should be`,
    ],
    [
      'a full disk under the tables',
      new Error(`IO error: ${FULL}`),
      'Cannot use /data/tables/000003.log because the disk is full',
    ],
  ])('is said in a sentence that names the file: %s', (_, error, sentence) => {
    expect(fileError(error)?.message).toBe(sentence);
    expect(fileError(error)?.details).toHaveLength(1);
  });

  it.each([
    new Error('any'),
    new Error('IO error: any'),
    Object.assign(new Error('x'), { code: 'ENOSPC' }),
    null,
  ])('is no other error: %s', (error) => {
    expect(fileError(error ?? new Error())).toBeNull();
  });
});
