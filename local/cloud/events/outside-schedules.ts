import {
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  GetScheduleCommand,
  paginateListSchedules,
  type SchedulerClient,
  type ScheduleSummary,
} from '@aws-sdk/client-scheduler';
import type { Template } from '../template/template.ts';
import type { ScheduleInput } from './schedule-store.ts';
import type { Scheduler } from './scheduler.ts';

type Fired = Pick<Scheduler, 'fireDue' | 'nextTick' | 'nextTimed'>;

/**
 * Fires the schedules that functions made at a Scheduler outside, by the cloud's clock: they are copied into the embedded
 * one before it looks for what is due. One that it has fired and deleted is deleted outside, too.
 */
export function firedHere(
  client: SchedulerClient,
  { scheduler, template }: { scheduler: Scheduler; template: Template },
): Fired {
  const copied = new Map<string, string>();
  const groups = template.ofType('AWS::Scheduler::ScheduleGroup').map(({ name }) => name);
  return {
    nextTick: scheduler.nextTick,
    nextTimed: scheduler.nextTimed,
    fireDue: async (which) => {
      for (const group of groups) await copyGroup(group, { client, scheduler, copied });
      return scheduler.fireDue(which);
    },
  };
}

interface Copying {
  readonly client: SchedulerClient;
  readonly scheduler: Scheduler;
  /** When each copied schedule was changed last, by group and name. */
  readonly copied: Map<string, string>;
}

async function copyGroup(group: string, copying: Copying): Promise<void> {
  const { client, scheduler, copied } = copying;
  const listed = new Set<string>();
  for await (const { Schedules = [] } of paginateListSchedules({ client }, { GroupName: group })) {
    for (const summary of Schedules) {
      listed.add(keyOf(group, summary.Name));
      await copy(summary, { ...copying, group });
    }
  }
  for (const key of copied.keys()) {
    if (!key.startsWith(`${group}/`) || listed.has(key)) continue;
    copied.delete(key);
    scheduler.remove(group, key.slice(group.length + 1));
  }
}

async function copy(
  { Name = '', LastModificationDate }: ScheduleSummary,
  { group, client, scheduler, copied }: Copying & { group: string },
): Promise<void> {
  const changed = String(LastModificationDate?.getTime());
  if (copied.get(keyOf(group, Name)) !== changed) {
    const { $metadata: _, ...found } = await client.send(new GetScheduleCommand({ GroupName: group, Name }));
    scheduler.put(group, Name, found as ScheduleInput);
    copied.set(keyOf(group, Name), changed);
  } else if (!scheduler.list(group).some(({ name }) => name === Name)) {
    await client.send(new DeleteScheduleCommand({ GroupName: group, Name }));
  }
}

function keyOf(group: string, name = ''): string {
  return `${group}/${name}`;
}

/** Makes the template's groups of schedules outside. One that an earlier run left there stays as it is. */
export async function makeGroupsOutside(template: Template, client: SchedulerClient): Promise<void> {
  for (const { name } of template.ofType('AWS::Scheduler::ScheduleGroup')) {
    await client.send(new CreateScheduleGroupCommand({ Name: name })).catch((error: Error) => {
      if (error.name !== 'ConflictException') throw error;
    });
  }
}
