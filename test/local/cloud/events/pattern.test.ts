import { describe, expect, it } from 'vitest';
import { eventPattern } from '../../../../local/cloud/events/pattern.ts';

const EVENT = {
  source: 'aws.s3',
  'detail-type': 'Object Created',
  resources: ['arn:aws:s3:::one', 'arn:aws:s3:::two'],
  detail: {
    bucket: { name: 'inbox' },
    object: { key: 'inbox/roster/August.csv', size: 120 },
    mail: { tags: { 'ses:configuration-set': ['crier-nysb-2018'] } },
    versions: [{ id: 1 }, { id: 2 }],
    nothing: null,
    empty: [],
  },
};
const key = (test: unknown) => ({ detail: { object: { key: [test] } } });

describe('eventPattern', () => {
  it.each([
    ['a plain value', { source: ['aws.s3'] }, true],
    ['one of several values', { source: ['aws.ses', 'aws.s3'] }, true],
    ['another value', { source: ['aws.ses'] }, false],
    ['every field', { source: ['aws.s3'], 'detail-type': ['Object Deleted'] }, false],
    ['a field that is not there', { account: ['1'] }, false],
    ['nested fields', { detail: { bucket: { name: ['inbox'] } } }, true],
    ['any item of a list', { resources: ['arn:aws:s3:::two'] }, true],
    [
      'a value in a list under a name with a colon',
      { detail: { mail: { tags: { 'ses:configuration-set': ['crier-nysb-2018'] } } } },
      true,
    ],
    ['any object of a list', { detail: { versions: { id: [2] } } }, true],
    ['null', { detail: { nothing: [null] } }, true],
    ['prefix', key({ prefix: 'inbox/roster/' }), true],
    ['another prefix', key({ prefix: 'inbox/launch/' }), false],
    ['prefix is exact in its case', key({ prefix: 'Inbox/' }), false],
    ['anything-but a value', { source: [{ 'anything-but': 'aws.ses' }] }, true],
    ['anything-but this value', { source: [{ 'anything-but': ['aws.ses', 'aws.s3'] }] }, false],
    ['anything-but a prefix', key({ 'anything-but': { prefix: 'reports/' } }), true],
    [
      'anything-but a list of prefixes',
      key({ 'anything-but': { prefix: ['reports/', 'inbox/roster/'] } }),
      false,
    ],
    ['anything-but, but the field is not there', { account: [{ 'anything-but': 'x' }] }, false],
  ])('%s', (_, pattern, expected) => {
    expect(eventPattern(pattern)(EVENT)).toBe(expected);
  });

  it.each([
    ['$or', { $or: [{ source: ['a'] }] }],
    ['an operator that the template does not use', { source: [{ suffix: '.csv' }] }],
    ['two operators at once', { source: [{ prefix: 'a', suffix: 'b' }] }],
    ['an empty operator', { source: [{}] }],
    ['prefix of a number', { source: [{ prefix: 1 }] }],
    ['prefix ignoring case', { source: [{ prefix: { 'equals-ignore-case': 'a' } }] }],
    ['anything-but two operators', { source: [{ 'anything-but': { prefix: 'a', suffix: 'b' } }] }],
    ['anything-but an unknown operator', { source: [{ 'anything-but': { numeric: 1 } }] }],
    ['a plain value outside of a list', { source: 'aws.s3' }],
  ])('refuses %s', (_, pattern) => {
    expect(() => eventPattern(pattern)).toThrow('Cannot read an event pattern because');
  });
});
