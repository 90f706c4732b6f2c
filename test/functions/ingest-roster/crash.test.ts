import { describe, expect, it } from 'vitest';
import { ingest } from '../../../functions/ingest-roster/ingest.ts';
import { startIntakeCloud } from '../../support/clouds/intake-cloud.ts';
import type { Breaker } from '../../support/roster/failing.ts';
import { PLAN } from '../../support/roster/plan.ts';
import { NEVER, roster, stopAtEveryWrite } from '../../support/roster/stop-at-every-write.ts';

describe('ingest', () => {
  it.each(['roster', 'update'] as const)(
    'heals a crash at any write of a %s by the next try',
    async (kind) => {
      // In turn the write is done, and only its answer lost; crash.nightly.test.ts does both at each.
      await stopAtEveryWrite(kind, (failAt) => failAt % 2 === 0);
    },
  );

  it('continues where it stopped, and does not start over', async () => {
    const cloud = await startIntakeCloud();
    await cloud.putPlan(PLAN);
    const upload = await cloud.put('inbox/roster/a.csv', roster(3000), '2018-07-25T13:00:00Z');
    const breaker: Breaker = { writes: 0, failAt: 100, carriedOut: true };
    await expect(ingest(upload, { ...cloud.breaking(breaker), checkpointFilers: 1 })).rejects.toThrow(
      /machine/,
    );
    expect(await cloud.services.roster.activeVersion()).toBeNull();
    const second: Breaker = { writes: 0, failAt: NEVER, carriedOut: true };
    await ingest(upload, cloud.breaking(second));
    // 120 batches in all, and some 15 other writes.
    expect(second.writes).toBeLessThan(70);
    const active = await cloud.services.roster.activeVersion();
    expect(active?.filers).toBe(3000);
    expect(await Array.fromAsync(cloud.services.roster.filers(active!.version))).toHaveLength(3000);
    await cloud.close();
  });
});
