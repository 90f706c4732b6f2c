import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { parsePlan } from '../../../../functions/domain/plan/parse-plan.ts';
import { phasesOf, pivotAt, pivotDate } from '../../../../functions/domain/plan/phases.ts';
import type { Moment, Plan } from '../../../../functions/domain/plan/plan.ts';
import { phaseSchedule } from '../../../../functions/domain/run/phase-schedule.ts';
import { aPlan, aPlanInput, type PlanInput } from '../../../support/builders/plan.ts';
import { aZonedWallTime, momentsOf } from '../../../support/builders/wall-time.ts';

const TO_BE_ANNOUNCED = { goLive: { certainty: 'to-be-announced' }, outages: undefined };

describe('phasesOf', () => {
  it('works out the moments in the court zone, by time', () => {
    const plan = aPlan({ phases: aPlanInput().phases.toReversed() });
    expect(phasesOf(plan).map(({ id, at, expiresAt }) => `${id} ${at} ${expiresAt}`)).toEqual([
      'notice-1 2018-07-24T09:00:00-04:00[America/New_York] 2018-07-27T09:00:00-04:00[America/New_York]',
      'warning 2018-10-18T10:00:00-04:00[America/New_York] 2018-10-19T08:30:00-04:00[America/New_York]',
      'open 2018-10-22T08:45:00-04:00[America/New_York] 2018-10-23T08:45:00-04:00[America/New_York]',
      'follow-up-1 2018-10-24T10:00:00-04:00[America/New_York] 2018-10-26T10:00:00-04:00[America/New_York]',
    ]);
  });

  it('numbers the phases of a kind by time', () => {
    const [notice] = aPlanInput().phases;
    const plan = aPlan({
      phases: [
        { ...notice, id: 'second', when: { days: -30, anchor: 'go-live', at: '09:00' } },
        { ...notice, id: 'first', when: { days: -60, anchor: 'go-live', at: '09:00' } },
        { ...notice, id: 'other', kind: 'follow-up', when: { days: 9, anchor: 'go-live', at: '09:00' } },
      ],
    });
    expect(phasesOf(plan).map(({ id, number, of }) => [id, number, of])).toEqual([
      ['first', 1, 2],
      ['second', 2, 2],
      ['other', 1, 1],
    ]);
  });

  it('lets a late notice expire when filing closes', () => {
    const plan = aPlan({ 'phases.0.when': { days: -4, anchor: 'go-live', at: '09:00' } });
    expect(phasesOf(plan)[0]?.expiresAt.toString()).toBe('2018-10-19T08:30:00-04:00[America/New_York]');
  });

  it('takes the expiry that the plan gives', () => {
    const plan = aPlan({ 'phases.3.expires': { days: 9, anchor: 'outage-end', at: '17:00' } });
    expect(phasesOf(plan)[3]?.expiresAt.toString()).toBe('2018-10-31T17:00:00-04:00[America/New_York]');
  });

  it('lets a follow-up expire at the same wall time across the end of daylight saving', () => {
    const plan = aPlan({ 'phases.3.when': { days: 11, anchor: 'go-live', at: '10:00' } });
    const phase = phasesOf(plan)[3]!;
    expect(phase.expiresAt.toString()).toBe('2018-11-04T10:00:00-05:00[America/New_York]');
    expect(phase.at.until(phase.expiresAt).total('hours')).toBe(49);
  });

  it('has none while go-live is to be announced', () => {
    expect(phasesOf(aPlan(TO_BE_ANNOUNCED))).toEqual([]);
  });
});

describe('pivotDate and pivotAt', () => {
  it('are the date, and the moment in the court zone', () => {
    expect(pivotDate(aPlan())).toBe('2018-10-22');
    expect(pivotAt(aPlan())?.toString()).toBe('2018-10-22T08:30:00-04:00[America/New_York]');
  });

  it('are null while it is to be announced', () => {
    expect(pivotDate(aPlan(TO_BE_ANNOUNCED))).toBeNull();
    expect(pivotAt(aPlan(TO_BE_ANNOUNCED))).toBeNull();
  });
});

const aTime = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => Temporal.PlainTime.from('00:00').add({ minutes }).toString({ smallestUnit: 'minute' }));

/**
 * A plan whose parts are in order, at any hour, anywhere in the year, in any zone: only clocks can be against
 * it. Its go-live, outage or one of its phases is often within hours of a change of the clocks.
 */
const anyPlan: fc.Arbitrary<PlanInput> = fc
  .record({
    place: aZonedWallTime,
    /** Puts the wall time on go-live itself, on the second notice or on the last follow-up. */
    days: fc.constantFrom(0, 40, -60),
    outageDays: fc.integer({ min: 1, max: 5 }),
    closes: aTime,
    times: fc.array(aTime, { minLength: 6, maxLength: 6 }),
  })
  .map(({ place: { zone, wall }, days, outageDays, closes, times }) => {
    const goLive = wall.toPlainDate().add({ days });
    const near = wall.toPlainTime().toString({ smallestUnit: 'minute' });
    const [first, second, third, fourth, fifth, any] = times as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const opens = days === 0 ? near : any;
    const plan = aPlanInput();
    const phase = (kind: PlanInput['phases'][number]['kind'], when: Moment, index: number) => ({
      id: `${kind}-${index}`,
      kind,
      when,
    });
    return {
      ...plan,
      court: { ...plan.court, zone },
      goLive: { certainty: 'exact', date: goLive.toString(), time: opens },
      outages: {
        filing: { from: `${goLive.subtract({ days: outageDays })}T${closes}`, to: `${goLive}T${opens}` },
      },
      phases: [
        phase('notice', { days: -100, anchor: 'go-live', at: first }, 1),
        phase('notice', { days: -40, anchor: 'outage-end', at: near }, 2),
        phase('pre-outage', { days: -2, anchor: 'outage-start', at: second }, 3),
        phase('launch-day', { days: 1, anchor: 'go-live', at: third }, 4),
        phase('follow-up', { days: 2, anchor: 'outage-end', at: fourth }, 5),
        phase('follow-up', { days: 20, anchor: 'go-live', at: fifth }, 6),
        phase('follow-up', { days: 60, anchor: 'go-live', at: near }, 7),
      ],
    };
  });

/** Every wall time that a plan names, worked out here from its own words. */
function wallTimesOf({ goLive, outages, phases }: PlanInput): string[] {
  if (goLive.certainty === 'to-be-announced' || !outages) return [];
  const anchors = {
    'go-live': goLive.date,
    'outage-start': outages.filing.from.slice(0, 10),
    'outage-end': outages.filing.to.slice(0, 10),
  };
  return [
    `${goLive.date}T${goLive.time}`,
    outages.filing.from,
    outages.filing.to,
    ...phases.map(
      ({ when }) => `${Temporal.PlainDate.from(anchors[when.anchor]).add({ days: when.days })}T${when.at}`,
    ),
  ];
}

describe('any plan', () => {
  it('is scheduled exactly as planned in wall time, or refused with a next valid time', () => {
    let refused = 0;
    fc.assert(
      fc.property(anyPlan, (input) => {
        const { zone } = input.court;
        const walls = wallTimesOf(input);
        const bad = walls.filter((wall) => momentsOf(Temporal.PlainDateTime.from(wall), zone).length !== 1);
        const result = parsePlan(JSON.stringify(input));
        if (result.ok) {
          expect(bad).toEqual([]);
          const starts = phasesOf(result.plan).map((phase) => phaseSchedule(phase, 'v').expression);
          expect(starts.toSorted()).toEqual(
            walls
              .slice(3)
              .map((wall) => `at(${wall}:00)`)
              .toSorted(),
          );
          for (const phase of phasesOf(result.plan)) {
            const { call } = phaseSchedule(phase, 'v');
            const [moment] = momentsOf(phase.at.toPlainDateTime(), zone);
            expect(Temporal.Instant.from(call.scheduledFor).epochMilliseconds).toBe(moment);
            expect(Temporal.ZonedDateTime.compare(phase.at, phase.expiresAt)).toBe(-1);
          }
          return;
        }
        refused++;
        // An outage that lasts the one day that a zone skips also ends when it starts.
        const badTimes = result.problems.filter(({ message }) => !message.startsWith('must be later than'));
        expect(badTimes).toHaveLength(bad.length);
        expect(bad).not.toEqual([]);
        for (const { message } of badTimes) {
          expect(message).toMatch(/^must be a time that occurs exactly once/);
          const next = Temporal.PlainDateTime.from(/\S+$/.exec(message)![0]);
          expect(momentsOf(next, zone)).toHaveLength(1);
        }
      }),
      { numRuns: 200 },
    );
    expect(refused).toBeGreaterThan(5);
  });

  it('moves every phase by as many calendar days as its go-live and outage', () => {
    fc.assert(
      fc.property(anyPlan, fc.integer({ min: -400, max: 400 }), (input, days) => {
        const [before, after] = [input, movedBy(input, days)].map((plan) => parsePlan(JSON.stringify(plan)));
        if (!before?.ok || !after?.ok) return;
        expect(wallsOf(after.plan, 0)).toEqual(wallsOf(before.plan, days));
      }),
      { numRuns: 200 },
    );
  });
});

function movedBy(input: PlanInput, days: number): PlanInput {
  const { goLive, outages } = input;
  if (goLive.certainty === 'to-be-announced' || !outages) return input;
  const later = (wall: string) =>
    Temporal.PlainDateTime.from(wall).add({ days }).toString({ smallestUnit: 'minute' });
  return {
    ...input,
    goLive: { ...goLive, date: later(goLive.date).slice(0, 10) },
    outages: { filing: { from: later(outages.filing.from), to: later(outages.filing.to) } },
  };
}

function wallsOf(plan: Plan, days: number): string[] {
  return phasesOf(plan).map(({ id, at }) => `${id} ${at.toPlainDateTime().add({ days })}`);
}
