import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';

let cloud: Cloud;
beforeAll(async () => {
  cloud = await startCloud({ clock: virtualClock('2018-07-24T12:00:00Z'), functions: 'bundled' });
}, 120_000);
afterAll(() => cloud.stop());

describe('the bundles that esbuild makes', () => {
  it('run a whole phase: from two files to every email delivered and the phase completed', async () => {
    await cloud.put('inbox/launch/launch.json', readFileSync('examples/nysb-2018/launch.json'));
    await cloud.put('inbox/roster/roster.csv', readFileSync('examples/nysb-2018/roster.csv'));
    await cloud.settle();
    await cloud.advanceTo('2018-07-24T13:30:00Z');
    const detailOf = (kind: string) => cloud.events.find((event) => event['detail-type'] === kind)?.detail;
    const { mailable } = detailOf('PhaseStarted') as { mailable: number };
    expect(mailable).toBeGreaterThan(250);
    expect(cloud.outbox).toHaveLength(mailable);
    expect(detailOf('PhaseCompleted')).toMatchObject({ phase: 'notice-1', cancelled: null });
    for (const { raw } of cloud.outbox) {
      const text = Buffer.from(raw).toString();
      expect(text).toContain('multipart/alternative');
      expect(text).not.toContain('{{');
    }
    expect(cloud.failures).toEqual([]);
    expect(cloud.denials).toEqual([]);
    expect(await cloud.deadLetters()).toEqual([]);
  }, 120_000);
});
