import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  ListSchedulesCommand,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type VirtualClock, virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { firedHere } from '../../../../local/cloud/events/outside-schedules.ts';
import { type Scheduler, startScheduler } from '../../../../local/cloud/events/scheduler.ts';
import type { Template } from '../../../../local/cloud/template/template.ts';
import { clientsOf } from '../../../support/clients.ts';

const GROUP = 'crier-nysb-2018';
const TEMPLATE = {
  ofType: (type: string) => (type === 'AWS::Scheduler::ScheduleGroup' ? [{ name: GROUP }] : []),
} as unknown as Template;

let clock: VirtualClock;
let outside: Scheduler;
let here: Scheduler;
let client: SchedulerClient;
let called: string[];
beforeEach(async () => {
  clock = virtualClock('2018-10-01T00:00:00Z');
  called = [];
  outside = await startScheduler({ clock, call: async () => {} });
  here = await startScheduler({ clock, call: async ({ name }) => void called.push(name) });
  for (const scheduler of [outside, here]) scheduler.groups.add(GROUP);
  client = clientsOf(outside.url).scheduler;
});
afterEach(async () => {
  client.destroy();
  await Promise.all([outside, here].map((scheduler) => scheduler.close()));
});

const at = (Name: string, time: string): CreateScheduleCommandInput => ({
  Name,
  GroupName: GROUP,
  ScheduleExpression: `at(2018-10-${time})`,
  FlexibleTimeWindow: { Mode: 'OFF' },
  ActionAfterCompletion: 'DELETE',
  Target: { Arn: 'arn:aws:lambda:us-east-1:000000000000:function:start', RoleArn: 'arn:aws:iam::0:role/r' },
});

/** Moves the clock and fires what is due then. */
async function fireAt(fired: ReturnType<typeof firedHere>, time: string): Promise<string[]> {
  clock.moveTo(Temporal.Instant.from(`2018-10-${time}Z`));
  await fired.fireDue('timed');
  return called.splice(0);
}

describe('firedHere', () => {
  it('fires what functions made outside, moved or deleted there, once', async () => {
    const fired = firedHere(client, { scheduler: here, template: TEMPLATE });
    await client.send(new CreateScheduleCommand(at('first', '02T09:00:00')));
    await client.send(new CreateScheduleCommand(at('moved', '02T09:00:00')));
    await client.send(new CreateScheduleCommand(at('deleted', '02T09:00:00')));
    expect(await fireAt(fired, '01T12:00:00')).toEqual([]);
    expect(fired.nextTimed()?.toString()).toBe('2018-10-02T09:00:00Z');
    await client.send(new UpdateScheduleCommand(at('moved', '03T09:00:00')));
    await client.send(new DeleteScheduleCommand({ GroupName: GROUP, Name: 'deleted' }));
    expect(await fireAt(fired, '02T09:00:00')).toEqual(['first']);
    expect(await fireAt(fired, '03T09:00:00')).toEqual(['moved']);
    expect(await fireAt(fired, '04T09:00:00')).toEqual([]);
  });

  it('deletes outside what it fired, as Scheduler does', async () => {
    const fired = firedHere(client, { scheduler: here, template: TEMPLATE });
    await client.send(new CreateScheduleCommand(at('first', '02T09:00:00')));
    await fireAt(fired, '02T09:00:00');
    await fireAt(fired, '02T09:05:00');
    expect((await client.send(new ListSchedulesCommand({ GroupName: GROUP }))).Schedules).toEqual([]);
  });
});
