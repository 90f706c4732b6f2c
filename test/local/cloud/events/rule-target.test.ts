import { describe, expect, it } from 'vitest';
import type { BusEvent } from '../../../../local/cloud/events/pattern.ts';
import { checkTarget, inputOf } from '../../../../local/cloud/events/rule-target.ts';

const event: BusEvent = {
  version: '0',
  id: '1',
  'detail-type': 'PhaseHeld',
  source: 'crier',
  account: '000000000000',
  time: '2018-07-24T13:00:00Z',
  region: 'us-east-1',
  resources: [],
  detail: { phase: 'notice-1', sends: 3 },
};

describe('inputOf', () => {
  it.each([
    ['the event when nothing is said', {}, JSON.stringify(event)],
    [
      'what a template of text makes of it',
      {
        InputTransformer: {
          InputPathsMap: { type: '$.detail-type', detail: '$.detail' },
          InputTemplate: '"Crier: <type>. <detail> <unknown>"',
        },
      },
      'Crier: PhaseHeld. {"phase":"notice-1","sends":3} <unknown>',
    ],
    [
      'what a template of JSON makes of it',
      { InputTransformer: { InputPathsMap: { sends: '$.detail.sends' }, InputTemplate: '{"n":<sends>}' } },
      '{"n":3}',
    ],
  ])('gives %s', (_, input, expected) => {
    expect(inputOf(event, input)).toBe(expected);
  });

  it('throws on a path that it cannot follow', () => {
    const InputTransformer = { InputPathsMap: { first: '$.resources[0]' }, InputTemplate: '<first>' };
    expect(() => inputOf(event, { InputTransformer })).toThrow('its path must be plain');
  });
});

describe('checkTarget', () => {
  it('throws on a property that it does not know', () => {
    const target = { Id: 'T', Arn: 'arn:queue', InputPath: '$.detail' };
    expect(() => checkTarget(target)).toThrow('Cannot read a target because InputPath is not known here');
  });
});
