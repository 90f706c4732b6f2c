import { virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { startCloud } from '../../../../local/cloud/cloud.ts';
import type { CloudOptions } from '../../../../local/cloud/options.ts';
import { playLaunch } from './example-launch.ts';
import { playNotice } from './example-notice.ts';
import { playStart } from './example-start.ts';
import { aStage } from './stage.ts';

type Fault = NonNullable<NonNullable<CloudOptions['ses']>['fault']>;
/** SES refuses one email and leaves one without an answer. */
const fault: Fault = ({ to, tags }) => {
  if (!tags.run?.startsWith('notice-1')) return null;
  if (to[0] === 'linda.green@example.com') {
    return { kind: 'refuse', code: 'MessageRejected', message: 'Email rejected' };
  }
  return to[0] === 'mei.hall@example.net' ? { kind: 'time-out', accepted: false } : null;
};

/** The example's launch, from nothing to the last follow-up. @returns how many answers were kept */
export async function playExample(out: string): Promise<number> {
  const cloud = await startCloud({ clock: virtualClock('2018-07-20T12:00:00Z'), ses: { fault } });
  const stage = await aStage(cloud, out);
  await playStart(stage);
  await playNotice(stage);
  await playLaunch(stage);
  await cloud.stop();
  return stage.size;
}
