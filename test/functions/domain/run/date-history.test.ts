import { describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { outsideActor } from '../../../../functions/domain/actor.ts';
import type { StoredPlan } from '../../../../functions/domain/plan/stored-plan.ts';
import { dateHistory } from '../../../../functions/domain/run/date-history.ts';
import type { Run } from '../../../../functions/domain/run/run.ts';
import { aPlan } from '../../../support/builders/plan.ts';

const dated = (day: string, from: string) => fixtures.dates(day, { closedFrom: from });
const FIRST = dated('2018-10-22', '2018-10-19T08:30');
const MOVED = dated('2019-01-14', '2019-01-11T08:30');

function stored(version: string, changes: Readonly<Record<string, unknown>>): StoredPlan {
  return {
    version,
    plan: aPlan(changes),
    uploadedAt: `${version}T12:00:00Z`,
    key: version,
    by: outsideActor(),
  };
}

const runUnder = (planVersion: string) => ({ runId: `of-${planVersion}`, planVersion }) as Run;

describe('dateHistory', () => {
  const plans = [
    stored('2018-07-01', FIRST),
    stored('2018-07-02', { ...FIRST, 'court.name': 'Renamed Court' }),
    stored('2018-09-01', MOVED),
    stored('2018-09-02', FIRST),
  ];

  it('has a span for each change of dates, none for other changes, and one more when dates come back', () => {
    expect(dateHistory(plans, []).map(({ since, plan }) => [since, plan.court.name])).toEqual([
      ['2018-07-01T12:00:00Z', 'Renamed Court'],
      ['2018-09-01T12:00:00Z', 'Test Court'],
      ['2018-09-02T12:00:00Z', 'Test Court'],
    ]);
  });

  it('knows which runs named the dates: those under its plans', () => {
    const runs = plans.map(({ version }) => runUnder(version));
    expect(dateHistory(plans, runs).map((span) => span.runs.map(({ runId }) => runId))).toEqual([
      ['of-2018-07-01', 'of-2018-07-02'],
      ['of-2018-09-01'],
      ['of-2018-09-02'],
    ]);
  });
});
