import {
  CreateScheduleCommand,
  CreateScheduleGroupCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  type GetScheduleOutput,
  paginateListSchedules,
  SchedulerClient,
  UpdateScheduleCommand,
  type UpdateScheduleCommandInput,
} from '@aws-sdk/client-scheduler';
import type { Scheduler } from '../../../local/cloud/events/scheduler.ts';

/** A group of schedules as another user of the account sees and changes it. */
export interface ScheduleGroup {
  make(): Promise<void>;
  /** Deletes the group with all that is in it. */
  drop(): Promise<void>;
  /** Every schedule, by name. */
  list(): Promise<GetScheduleOutput[]>;
  add(name: string, like: GetScheduleOutput): Promise<void>;
  change(schedule: GetScheduleOutput): Promise<void>;
}

/** A group in the embedded Scheduler, or, where that is `null`, outside. It must be made first. */
export function scheduleGroup(GroupName: string, here: Scheduler | null): ScheduleGroup {
  const client = new SchedulerClient();
  const of = (like: GetScheduleOutput, Name = like.Name) =>
    ({ ...like, GroupName, Name }) as UpdateScheduleCommandInput;
  return {
    // The template makes groups, so the embedded Scheduler has no call for it.
    make: async () => {
      if (here) here.groups.add(GroupName);
      else await client.send(new CreateScheduleGroupCommand({ Name: GroupName }));
    },
    drop: async () => {
      if (here) here.groups.delete(GroupName);
      else await client.send(new DeleteScheduleGroupCommand({ Name: GroupName }));
    },
    list: async () => {
      const found: GetScheduleOutput[] = [];
      for await (const { Schedules = [] } of paginateListSchedules({ client }, { GroupName })) {
        for (const { Name } of Schedules) {
          const { $metadata: _, ...schedule } = await client.send(
            new GetScheduleCommand({ GroupName, Name }),
          );
          found.push(schedule);
        }
      }
      return found.toSorted((one, other) => (one.Name! < other.Name! ? -1 : 1));
    },
    add: async (name, like) => void (await client.send(new CreateScheduleCommand(of(like, name)))),
    change: async (schedule) => void (await client.send(new UpdateScheduleCommand(of(schedule)))),
  };
}
