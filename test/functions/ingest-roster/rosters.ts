import { afterEach, beforeEach } from 'vitest';
import { type IntakeCloud, startIntakeCloud } from '../../support/clouds/intake-cloud.ts';
import { PLAN } from '../../support/roster/plan.ts';

/** A roster of as many filers as asked for, `u0` first. @param more Rows after them. */
export function roster(count: number, more = ''): string {
  const rows = Array.from({ length: count }, (_, index) => `u${index},Name ${index},u${index}@example.com\n`);
  return `uid,last_name,email\n${rows.join('')}${more}`;
}

/** A cloud with a plan for each test of a file, with what its tests ask of it. */
export function anIntakeForEach() {
  let cloud: IntakeCloud;
  beforeEach(async () => {
    cloud = await startIntakeCloud();
    await cloud.putPlan(PLAN, '2018-07-01T13:00:00Z');
  });
  afterEach(() => cloud.close());
  const active = () => cloud.services.roster.activeVersion();
  return {
    /** The cloud of the test that runs. */
    cloud: () => cloud,
    active,
    /** Those of a version. @default the active one */
    filers: async (version?: string) => {
      const name = version ?? (await active())?.version;
      return name ? Array.fromAsync(cloud.services.roster.filers(name)) : [];
    },
    /** What was announced: each event's kind, with its reasons. */
    kinds: () =>
      cloud.events.map(({ kind, detail }) =>
        [kind, detail.reason ?? detail.reasons].flat().filter(Boolean).join(' '),
      ),
  };
}
