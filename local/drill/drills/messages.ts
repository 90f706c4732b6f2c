import { exportStore } from '../../../functions/aws/exports.ts';
import type { Drill } from '../cause.ts';
import { drillLaunch, rosterWithout } from '../launch.ts';
import type { DrillSite } from '../site.ts';

/** Functions that work off a queue of events, with their queues. */
const QUEUES: Readonly<Record<string, string>> = {
  PlanLaunch: 'LaunchInboxQueue',
  IngestRoster: 'RosterInboxQueue',
  IndexRoster: 'IndexRosterQueue',
  ReportUnknown: 'UnknownInboxQueue',
  RecordFeedback: 'FeedbackQueue',
  RecordPrincipals: 'PrincipalQueue',
  ExportLog: 'ExportQueue',
};

/** Five tries take 40 minutes, and CloudTrail's events come five minutes late. */
const MINUTES_TO_GIVE_UP = 50;

/** Each function's tables and buckets refuse it, so that its message fails five times. */
export const failingMessages: Drill = {
  cause: 'AWS denies the functions behind queues access to tables and buckets, five times',
  fires: Object.entries(QUEUES).flatMap(([id, queue]) => [
    `${id} reports errors`,
    `${queue} has dead letters`,
  ]),
  bringAbout: async (site) => {
    const { cloud, faults, wait } = site;
    refuse(site, ['IndexRoster']);
    await cloud.put('inbox/roster/first.csv', rosterWithout(1));
    await cloud.settle();
    faults.refused = () => false;
    refuse(site, Object.keys(QUEUES));
    await cloud.put('inbox/launch/again.json', drillLaunch().plan);
    await cloud.put('inbox/roster/second.csv', rosterWithout(2));
    await cloud.put('inbox/elsewhere/notes.txt', 'notes');
    await exportStore({ env: cloud.envOf('Console'), clock: cloud.clock }).ask({}, 'otto');
    await site.sendUnknown('success@simulator.amazonses.com');
    await wait(MINUTES_TO_GIVE_UP);
  },
};

/** Senders can't read the run, so its chunks come back until they are dead letters, and the run is an hour late. */
export const failingSenders: Drill = {
  cause: 'DynamoDB refuses the senders of a run for 70 minutes',
  fires: ['SendEmail reports errors', 'ChunkQueue has dead letters', 'Chunks wait too long'],
  bringAbout: async (site) => {
    refuse(site, ['SendEmail']);
    await site.nextPhase();
    await site.wait(70);
  },
};

/** The event of an email that was sent by a run that the delivery table doesn't have, as after a restore. */
export const unknownFeedback: Drill = {
  cause: 'a complaint about an email of an unknown run',
  fires: ['Feedback for an unknown send'],
  bringAbout: async (site) => {
    await site.sendUnknown('complaint@simulator.amazonses.com');
    await site.wait(5);
  },
};

function refuse({ faults }: Pick<DrillSite, 'faults'>, functions: readonly string[]): void {
  faults.refused = ({ by, action }) => functions.includes(by) && /^(dynamodb|s3):/.test(action);
}
