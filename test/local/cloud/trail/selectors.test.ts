import { describe, expect, it } from 'vitest';
import type { Template } from '../../../../local/cloud/template/template.ts';
import { trailsOf } from '../../../../local/cloud/trail/selectors.ts';

const OBJECTS = [
  { Field: 'eventCategory', Equals: ['Data'] },
  { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
  { Field: 'readOnly', Equals: ['false'] },
  { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::inbox/inbox/'] },
];
const trail = (selector: object[], IsLogging = true): Pick<Template, 'ofType'> => ({
  ofType: () => [
    { properties: { IsLogging, AdvancedEventSelectors: [{ FieldSelectors: selector }] } } as never,
  ],
});
const WRITE = {
  readOnly: false,
  type: 'AWS::S3::Object',
  arn: 'arn:aws:s3:::inbox/inbox/roster/a.csv',
} as const;

describe('trailsOf', () => {
  it.each([
    ['what all fields match', {}, true],
    ['not what is elsewhere', { arn: 'arn:aws:s3:::inbox/reports/a.json' }, false],
    ['not what is only read', { readOnly: true }, false],
    ['not another resource', { type: 'AWS::Lambda::Function' as const }, false],
  ])('logs %s', (_what, more, expected) => {
    expect(trailsOf(trail(OBJECTS) as Template)({ ...WRITE, ...more })).toBe(expected);
  });

  it('logs nothing while a trail is off', () => {
    expect(trailsOf(trail(OBJECTS, false) as Template)(WRITE)).toBe(false);
  });

  it('refuses a selector that it does not know', () => {
    const selector = [...OBJECTS, { Field: 'eventName', NotEquals: ['UploadPart'] }];
    expect(() => trailsOf(trail(selector) as Template)).toThrow();
  });
});
