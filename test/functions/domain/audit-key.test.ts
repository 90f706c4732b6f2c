import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyAtPlace, keyOfObject, objectKeyOf, placeOf } from '../../../functions/domain/audit-key.ts';

const keys = fc.record({
  at: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2999-01-01') })
    .map((date) => date.toISOString()),
  requestId: fc.stringMatching(/^[\w=+/-]{1,100}$/),
});

describe('an audit key', () => {
  it('comes back from its object and from its place in the index', () => {
    fc.assert(
      fc.property(keys, (key) => {
        expect(keyOfObject(objectKeyOf(key))).toEqual(key);
        expect(keyAtPlace(placeOf(key))).toEqual(key);
      }),
    );
  });

  it.each(['entries/', 'entries/2018-07-24T13:00:00Z', 'other/2018-07-24T13:00:00Z/r.json', ''])(
    'is none: %j',
    (key) => {
      expect([keyOfObject(key), keyAtPlace(key)]).toEqual([null, null]);
    },
  );
});
