import { describe, it } from 'vitest';
import { stopAtEveryWrite } from '../../support/roster/stop-at-every-write.ts';

describe('ingest', () => {
  for (const kind of ['roster', 'update'] as const) {
    it(`heals a crash before and after any write of a ${kind}`, { timeout: 300_000 }, async () => {
      await stopAtEveryWrite(kind, () => false);
      await stopAtEveryWrite(kind, () => true);
    });
  }
});
