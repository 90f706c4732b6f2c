import { expect } from 'vitest';
import { aDateChangeCloud, type DateChangeCloud } from './date-change-cloud.ts';

/** The run that tells filers of the change. */
export const RUN = 'correction_20180724T140000Z';
/** Another number of the help desk. */
export const PHONE = { 'court.helpDesk.phone': '212-555-0199' };
/** A person's release of the correction. */
export const RELEASE = { phaseId: 'correction', by: 'clerk1', why: 'the number was wrong' };

/** A launch whose plan changed what emails had said. */
export interface CorrectionCloud extends DateChangeCloud {
  later(): Promise<void>;
  release(): Promise<unknown>;
  /** Stops it. @throws when a function failed, or made a call that its role doesn't grant */
  end(): Promise<void>;
}

/** The first notice is out to three filers, and one of them can't be reached; then the plan changes. */
export async function aCorrectionCloud(
  changes: Record<string, unknown> = PHONE,
  first: Record<string, unknown> = {},
): Promise<CorrectionCloud> {
  const world = await aDateChangeCloud(['ann', 'ben', 'bounce'], {
    first: { 'court.helpDesk.phone': '212-555-0100', ...first },
  });
  const { cloud } = world;
  await cloud.advanceTo('2018-07-24T14:00:00Z');
  await world.plan(changes);
  return Object.assign(world, {
    later: () => cloud.advanceTo(cloud.clock.now().add({ minutes: 20 })),
    release: () => cloud.invoke('ReleasePhase', RELEASE),
    end: async () => {
      await cloud.stop();
      expect(cloud.failures).toEqual([]);
      expect(cloud.denials).toEqual([]);
    },
  });
}
