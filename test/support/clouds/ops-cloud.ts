import { campaign } from '#campaign';
import type { CommandAnswer, CommandInput } from '../../../functions/domain/command.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import type { SesFault } from '../../../local/cloud/ses/ses.ts';
import { planWith } from '../builders/plan.ts';
import { stoppedUnless } from '../stopped-unless.ts';

export const RUN = 'notice-1_20180724T130000Z';
export const NOTICE = '2018-07-24T13:00:00Z';

/** User id, address and phone of each filer. */
const FILERS = [
  ['good1', 'good1@example.com', '212-555-0101'],
  ['good2', 'good2@example.com', '212-555-0102'],
  ['refused', 'rufus@example.com', '212-555-0103'],
  ['silent', 'silent@example.com', '212-555-0104'],
  ['late', 'late@example.com', '212-555-0105'],
  ['bounces', 'bounce@simulator.amazonses.com', '=212-555-0106'],
  ['nomail', '', '212-555-0107'],
] as const;

/** The id of a filer by user id. */
export function idOf(userId: (typeof FILERS)[number][0]): string {
  return filerIdOf('test', userId);
}

export interface OpsCloud {
  readonly cloud: Cloud;
  /** What SES does wrong, by the local part of the address; empty it to repair SES. */
  readonly faults: Map<string, SesFault>;
  /** Asks or acts as a person. */
  ask<Answer = CommandAnswer>(act: CommandInput): Promise<Answer>;
  /** How many emails SES took for a filer. */
  emailsTo(address: string): number;
}

/** A launch with its plan and roster active, just before its first notice. */
export async function anOpsCloud(changes: Readonly<Record<string, unknown>> = {}): Promise<OpsCloud> {
  const faults = new Map<string, SesFault>([
    ['rufus', { kind: 'refuse', code: 'MessageRejected', message: 'Email contains a virus' }],
    ['silent', { kind: 'time-out', accepted: false }],
    ['late', { kind: 'time-out', accepted: true }],
  ]);
  const cloud = await startCloud({
    clock: virtualClock('2018-07-24T12:00:00Z'),
    launch: { name: 'test-2018', sender: 'test.uscourts.gov' },
    ses: {
      fault: ({ to }) => faults.get(to[0]!.split('@')[0]!) ?? null,
      eventFault: ({ event }) => (JSON.stringify(event).includes('late@example.com') ? 'lost' : null),
    },
  });
  const rows = FILERS.map(([id, email, phone]) => `${id},Filer,${id},${phone},${email},attorney`);
  await stoppedUnless(cloud, async () => {
    const plan = planWith({ roster: { maxUnreachablePercent: 20 }, ...changes });
    await cloud.put('inbox/launch/launch.json', JSON.stringify(plan));
    await cloud.put(
      'inbox/roster/roster.csv',
      [`${campaign.key.column},last_name,first_name,phone,email,user_type`, ...rows].join('\n'),
    );
    await cloud.settle();
  });
  return {
    cloud,
    faults,
    ask: (act) => cloud.invoke('Act', act) as never,
    emailsTo: (address) => cloud.outbox.filter(({ to }) => to[0] === address).length,
  };
}
