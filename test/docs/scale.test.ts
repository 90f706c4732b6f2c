import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { type SimulatedPhase, simulatePhase } from '../../bench/scale/simulate-phase.ts';
import { LIMITS } from '../../docs/scale/limits.ts';
import { readMeasured } from '../../docs/scale/measured.ts';
import { durationsPlot, PLOT } from '../../docs/scale/plots.ts';
import { PAGE, scalePage } from '../../docs/scale/scale-page.ts';
import { PHASES, phaseAt, SMALL_BATCHES, STARTS } from '../../docs/scale/scenarios.ts';
import { virtualClock } from '../../local/cloud/clock/clock.ts';
import { startCloud } from '../../local/cloud/cloud.ts';
import { planWith } from '../support/builders/plan.ts';
import { stoppedUnless } from '../support/stopped-unless.ts';

const FILERS = 75;
/** What SES gives in the embedded cloud, as outside the sandbox. */
const RATE = 14;

/** Seconds from the first email to the last one of a phase in the embedded cloud. */
async function secondsInTheCloud(): Promise<number> {
  const cloud = await startCloud({
    clock: virtualClock('2018-07-24T12:00:00Z'),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
  });
  const rows = Array.from({ length: FILERS }, (_, index) => {
    return `u${index},Filer,Fay${index},fay${index}@example.com,attorney`;
  });
  await stoppedUnless(cloud, async () => {
    await cloud.put('inbox/launch/launch.json', JSON.stringify(planWith({})));
    await cloud.put(
      'inbox/roster/roster.csv',
      [`${campaign.key.column},last_name,first_name,email,user_type`, ...rows].join('\n'),
    );
    await cloud.settle();
    await cloud.advanceTo('2018-07-24T13:05:00Z');
  });
  const times = cloud.outbox.map(({ at }) => at.epochMilliseconds);
  await cloud.stop();
  expect(times).toHaveLength(FILERS);
  return (Math.max(...times) - Math.min(...times)) / 1000;
}

describe('the page on scale', () => {
  it('is as phases, prices and limits are: if not, npm run scale', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(scalePage(readMeasured()));
    expect(readFileSync(PLOT, 'utf8')).toBe(durationsPlot(readMeasured()));
  });

  it('shows the phases that are simulated today: if not, npm run scale -- --simulate', () => {
    const { phases, smallBatches, starts } = readMeasured();
    expect(phases.map(({ size }) => size)).toEqual(PHASES);
    expect(smallBatches.size).toEqual(SMALL_BATCHES);
    expect(starts.map(({ filers }) => filers)).toEqual(STARTS.map(({ filers }) => filers));
  });

  it('names a page of AWS for each limit', () => {
    const hosts = Object.values(LIMITS).map(({ page }) => new URL(page).host);
    expect(
      hosts.filter((host) => !/(^|\.)(docs\.aws\.amazon\.com|docs\.amazonaws\.cn|repost\.aws)$/.test(host)),
    ).toEqual([]);
  });
});

describe('a simulated phase', () => {
  let phase: SimulatedPhase;
  let inCloud: number;

  beforeAll(async () => {
    phase = await simulatePhase(phaseAt(FILERS, RATE));
    inCloud = await secondsInTheCloud();
  });

  it('takes as long as in the embedded cloud, and as preflight reckons', () => {
    const { emails, firstEmail, lastEmail, reckoned } = phase;
    expect(emails).toBe(FILERS);
    const seconds = lastEmail - firstEmail;
    expect(Math.abs(seconds / inCloud - 1), `${seconds} s, and ${inCloud} s in the cloud`).toBeLessThan(0.1);
    expect(Math.abs(seconds - reckoned)).toBeLessThanOrEqual(1);
  });

  it('takes at most four write units an email, from its chunk to its delivery', () => {
    expect(phase.writeUnits / phase.emails).toBeLessThanOrEqual(4);
  });
});
