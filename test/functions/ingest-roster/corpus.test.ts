import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startIntakeCloud } from '../../support/clouds/intake-cloud.ts';
import { PLAN } from '../../support/roster/plan.ts';
import { survive } from '../../support/roster/survive.ts';

const CORPUS = new URL('corpus/', import.meta.url);
const HEADER = Buffer.from('uid,last_name,email,link_as_of\n');
const nasty = fc
  .string({ unit: fc.constantFrom(...'",;|\t\r\n\0a1@.\'=<>#é\u2028\u200b') })
  .map((text) => Buffer.from(text));
const bytes = fc.oneof(fc.uint8Array({ maxLength: 500 }), nasty);

describe('intake', () => {
  it.each(readdirSync(CORPUS))('survives %s, which broke it once or might have', async (name) => {
    const content = readFileSync(new URL(name, CORPUS));
    for (const pieceBytes of [64, 65_536]) await survive(content, pieceBytes);
  });

  it('survives any bytes at all, alone and below a header', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.boolean(), async (content, below) => {
        await survive(below ? Buffer.concat([HEADER, content]) : content, 65_536);
      }),
      { numRuns: 300 },
    );
  });

  it('activates nothing that is no roster, and leaves the active roster alone', async () => {
    const cloud = await startIntakeCloud();
    await cloud.putPlan(PLAN);
    const first = await cloud.ingest('inbox/roster/a.csv', 'uid,last_name,email\na,A,a@example.com\n');
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom('roster', 'update'), async (content, folder) => {
        const report = await cloud.ingest(`inbox/${folder}/any.csv`, content, '2018-07-25T13:00:00Z');
        expect(report.refused).toBeTruthy();
        expect((await cloud.services.roster.activeVersion())?.version).toBe(first.version);
      }),
      { numRuns: 25 },
    );
    await cloud.close();
  });
});
