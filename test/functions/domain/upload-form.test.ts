import { describe, expect, it } from 'vitest';
import { outsideActor, personActor } from '../../../functions/domain/actor.ts';
import { decideUploader, objectIdOf, secretHash } from '../../../functions/domain/upload-form.ts';

const SECRET = 'S';
const UNUSED = { by: 'clara', secretSha256: secretHash(SECRET), usedBy: null };
const CLARA = personActor({ id: 'clara' });

describe('decideUploader', () => {
  it.each([
    ['a key without a form', null, null, [outsideActor(), true, false]],
    ['a key without a form, whose file has a secret', null, SECRET, [outsideActor(), true, false]],
    ['the first file of a form', UNUSED, SECRET, [CLARA, true, true]],
    ['the same file again', { ...UNUSED, usedBy: 'v1' }, SECRET, [CLARA, true, false]],
    ['another file of the form', { ...UNUSED, usedBy: 'v0' }, SECRET, [outsideActor(), false, false]],
    ['a file without the secret', UNUSED, null, [outsideActor(), false, false]],
    ['a file with another secret', UNUSED, 'T', [outsideActor(), false, false]],
    ['the same file, its secret gone', { ...UNUSED, usedBy: 'v1' }, null, [outsideActor(), false, false]],
  ])('%s', (_what, form, secret, [by, takesEffect, isFirst]) => {
    expect(decideUploader(form, { secret, objectId: 'v1' })).toEqual({ by, takesEffect, isFirst });
  });
});

describe('the uploader of a draft', () => {
  it('is named with everyone who worked on it', () => {
    const form = { ...UNUSED, editors: ['clara', 'carl'] };
    const { by, editors } = decideUploader(form, { secret: SECRET, objectId: 'v1' });
    expect([by, editors]).toEqual([CLARA, ['clara', 'carl']]);
  });
});

describe('objectIdOf', () => {
  it('is the version, or without versions the bytes and their time', () => {
    const upload = { etag: 'e', uploadedAt: '2018-07-24T13:00:00Z' };
    expect(objectIdOf({ ...upload, versionId: 'v1' })).toBe('v1');
    expect(objectIdOf({ ...upload, versionId: null })).toBe('e@2018-07-24T13:00:00Z');
  });
});
