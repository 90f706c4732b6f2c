import { describe, expect, it } from 'vitest';
import { isFolder, reportKey, uploadOf } from '../../../functions/domain/upload.ts';

function body(object: Record<string, unknown>, time: unknown = '2018-07-01T13:00:00Z'): string {
  return JSON.stringify({ time, detail: { bucket: { name: 'inbox-bucket' }, object } });
}

describe('uploadOf', () => {
  it('reads what S3 tells EventBridge of a new object', () => {
    expect(uploadOf(body({ key: 'inbox/launch/a b.json', size: 12 }))).toEqual({
      bucket: 'inbox-bucket',
      key: 'inbox/launch/a b.json',
      size: 12,
      uploadedAt: '2018-07-01T13:00:00Z',
      versionId: null,
      etag: null,
    });
  });

  it('keeps the version of the object', () => {
    expect(uploadOf(body({ key: 'k', size: 1, 'version-id': 'v7', etag: 'e1' }))).toMatchObject({
      versionId: 'v7',
      etag: 'e1',
    });
  });

  it.each([
    ['no JSON', '{'],
    ['another event', JSON.stringify({ time: '2018-07-01T13:00:00Z', detail: {} })],
    ['no time', body({ key: 'k', size: 1 }, 'yesterday')],
  ])('throws at %s', (_what, text) => {
    expect(() => uploadOf(text)).toThrow();
  });
});

describe('reportKey', () => {
  it('mirrors the key of the upload, outside of the inbox', () => {
    const upload = { key: 'inbox/roster/2018/august.csv', uploadedAt: '2018-07-01T13:00:00.123Z' };
    expect(reportKey(upload)).toBe('reports/roster/2018/august.csv/20180701T130000Z');
  });
});

describe('isFolder', () => {
  it.each([
    ['inbox/launch/', 0, true],
    ['inbox/launch/', 3, false],
    ['inbox/launch/launch.json', 0, false],
  ])('of %s with %i bytes is %s', (key, size, answer) => {
    expect(isFolder({ key, size })).toBe(answer);
  });
});
