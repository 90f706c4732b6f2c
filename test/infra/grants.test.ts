import { describe, expect, it } from 'vitest';
import type { FunctionCall } from '../../local/cloud/iam/access.ts';
import { launchGrants } from '../support/grants/launch-grants.ts';
import { type Grant, grantsOf, imbalanceOf } from '../support/grants/least-privilege.ts';
import { mutateGrants } from '../support/grants/mutate-grants.ts';
import { isServiceSide, SERVICE_SIDE } from '../support/grants/service-side.ts';

const LOG = 'arn:aws:dynamodb:us-east-1:000000000000:table/log';
const REPORTS = 'arn:aws:s3:::inbox/reports/*';
const LOGS = 'arn:aws:logs:us-east-1:000000000000:log-group:sweep:*';

const SWEEP = grantsOf('Sweep', [
  { Effect: 'Allow', Action: ['dynamodb:GetItem', 'dynamodb:PutItem'], Resource: LOG },
  { Effect: 'Allow', Action: 's3:PutObject', Resource: [REPORTS] },
  { Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: LOGS },
]);
const CONSOLE = grantsOf('Console', [{ Effect: 'Allow', Action: 'dynamodb:Query', Resource: LOG }]);

function callOf(functionId: string, action: string, resource: string): FunctionCall {
  return { functionId, action, resource, isAllowed: true };
}

const CALLS = [
  callOf('Sweep', 'dynamodb:GetItem', LOG),
  callOf('Sweep', 'dynamodb:PutItem', LOG),
  callOf('Sweep', 's3:PutObject', 'arn:aws:s3:::inbox/reports/a.csv'),
  callOf('Console', 'dynamodb:Query', LOG),
];

const wordsOf = (grants: readonly Grant[]) => grants.map(({ action, resource }) => `${action} ${resource}`);

describe('imbalanceOf', () => {
  const grants = [...SWEEP, ...CONSOLE];

  it('finds nothing where each grant is called for, and leaves out what AWS itself uses', () => {
    expect(imbalanceOf(grants, CALLS)).toEqual({ refused: [], unused: [] });
  });

  it('finds a call that the role of its own function lacks', () => {
    const call = callOf('Console', 'dynamodb:PutItem', LOG);
    expect(imbalanceOf(grants, [...CALLS, call]).refused).toEqual([call]);
  });

  it('finds a grant that no call needs', () => {
    expect(wordsOf(imbalanceOf(grants, CALLS.slice(1)).unused)).toEqual([`dynamodb:GetItem ${LOG}`]);
  });

  it('finds grants that allow the same', () => {
    const wide = grantsOf('Console', [{ Effect: 'Allow', Action: 'dynamodb:*', Resource: LOG }]);
    expect(wordsOf(imbalanceOf([...grants, ...wide], CALLS).unused)).toEqual([
      `dynamodb:Query ${LOG}`,
      `dynamodb:* ${LOG}`,
    ]);
  });
});

describe('mutateGrants', () => {
  it('notices each grant that is removed, and each that is added', () => {
    // To Sweep 1 that Console has, its own 4 on everything, 3 services. To Console 3 of Sweep's, 1 on everything, 1 service.
    expect(mutateGrants([...SWEEP, ...CONSOLE], CALLS)).toEqual({ removed: 4, added: 13, unnoticed: [] });
  });

  it('tells about a change that the calls leave open', () => {
    const twice = [
      ...CONSOLE,
      ...grantsOf('Console', [{ Effect: 'Allow', Action: 'dynamodb:Query', Resource: '*' }]),
    ];
    expect(mutateGrants(twice, CALLS).unnoticed).toEqual([
      `removed: Console: dynamodb:Query on ${LOG}`,
      'removed: Console: dynamodb:Query on *',
    ]);
  });
});

describe("a function's role", () => {
  const grants = launchGrants();

  it('names each action, and everything only where IAM has no narrower resource', () => {
    expect(grants.filter(({ action }) => action.includes('*'))).toEqual([]);
    const everywhere = grants.filter(({ resource }) => resource === '*').map(({ action }) => action);
    expect([...new Set(everywhere)].toSorted()).toEqual(['scheduler:ListSchedules', 'ses:GetSendQuota']);
  });

  it('has what AWS itself uses, each for a reason', () => {
    const used = grants.filter(isServiceSide);
    expect(used.length).toBeGreaterThan(40);
    for (const one of SERVICE_SIDE) {
      expect(one.reason).toMatch(/^Lambda .*\.$/);
      expect(
        used.some(({ action, resource }) => one.actions.includes(action) && one.resource.test(resource)),
      ).toBe(true);
    }
  });
});
