import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePlan } from '../../../functions/launch/parse-plan.ts';
import { type IntakeCloud, startIntakeCloud } from './intake-cloud.ts';

const launch = readFileSync(new URL('../../../examples/nysb-2018/launch.json', import.meta.url), 'utf8');

describe('ingest', () => {
  let cloud: IntakeCloud;
  beforeAll(async () => {
    cloud = await startIntakeCloud();
  });
  afterAll(() => cloud.close());

  it('takes the example in', async () => {
    const parsed = parsePlan(launch, 'nysb-2018');
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    await cloud.putPlan(parsed.plan);
    const roster = readFileSync(new URL('../../../examples/nysb-2018/roster.csv', import.meta.url), 'utf8');
    const report = await cloud.ingest('inbox/roster/a.csv', roster);
    console.log(
      JSON.stringify(report, null, 1).slice(0, 3000),
      cloud.events,
      cloud.logs,
      await cloud.keys('reports/'),
    );
    const active = await cloud.services.roster.activeVersion();
    console.log(active);
    expect(await Array.fromAsync(cloud.services.roster.filers(active!.version))).toHaveLength(active!.filers);
  });
});
