import type { OneOffStore } from '../../aws/one-offs.ts';
import type { RunStore } from '../../aws/runs.ts';
import type { SendLogStore } from '../../aws/send-log.ts';
import { ANNOUNCING } from '../../domain/run/announced-dates.ts';
import { announcementPhase } from '../../domain/run/announcement.ts';
import { type Group, type InGroup, inGroup } from '../../domain/run/group.ts';
import { type OneOff, oneOffHash, oneOffName } from '../../domain/run/one-off.ts';
import { sendsOf } from '../../domain/send/sends.ts';
import type { Sending } from '../check-approval.ts';

/** What finding out whom a one-off message is for needs. */
export interface GroupServices {
  readonly oneOffs: Pick<OneOffStore, 'read'>;
  readonly runs: Pick<RunStore, 'runs'>;
  readonly sendLog: Pick<SendLogStore, 'facts'>;
}

/** Reads who has received what a group asks about, and makes its test. */
export async function loadGroup(
  group: Group,
  { runs, sendLog }: Pick<GroupServices, 'runs' | 'sendLog'>,
): Promise<InGroup> {
  const received = new Set<string>();
  if (group.by === 'filter' && group.received) {
    const { phaseId } = group.received;
    for (const { runId } of (await runs.runs()).filter((run) => run.phaseId === phaseId))
      for await (const { filerId, send } of sendsOf(sendLog.facts(runId)))
        if (ANNOUNCING.has(send.status)) received.add(filerId);
  }
  return inGroup(group, received);
}

/** A one-off message as it would go out now. */
export async function oneOffSending(
  oneOff: OneOff,
  about: Pick<Sending, 'plan' | 'rosterVersion' | 'runNumber'>,
  services: Pick<GroupServices, 'runs' | 'sendLog'>,
): Promise<Sending> {
  return {
    ...about,
    ...oneOffName(oneOff),
    expiresAt: null,
    phase: { ...announcementPhase('one-off', oneOff.id), says: oneOffHash(oneOff) },
    isIn: await loadGroup(oneOff.group, services),
  };
}
