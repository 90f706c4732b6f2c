import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  paginateListSchedules,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
  ValidationException,
} from '@aws-sdk/client-scheduler';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type VirtualClock, virtualClock } from '../../../../local/cloud/clock/clock.ts';
import { type Scheduler, startScheduler } from '../../../../local/cloud/events/scheduler.ts';
import { clientsOf } from '../../../support/clients.ts';

const GROUP = 'crier-nysb-2018';
let clock: VirtualClock;
let scheduler: Scheduler;
let client: SchedulerClient;
let called: string[];

async function begin(deliveries?: number): Promise<void> {
  clock = virtualClock('2018-10-30T00:00:00Z');
  called = [];
  scheduler = await startScheduler({
    clock,
    ...(deliveries && { deliveries }),
    call: async ({ name }, input) => void called.push(`${name} ${input}`),
  });
  scheduler.groups.add(GROUP);
  client = clientsOf(scheduler.url).scheduler;
}
beforeEach(() => begin());
afterEach(() => scheduler.close());

function input(
  name: string,
  wall: string,
  more: Partial<CreateScheduleCommandInput> = {},
): CreateScheduleCommandInput {
  return {
    Name: name,
    GroupName: GROUP,
    ScheduleExpression: `at(${wall})`,
    ScheduleExpressionTimezone: 'America/New_York',
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    Target: {
      Arn: 'arn:aws:lambda:us-east-1:000000000000:function:start',
      RoleArn: 'arn:aws:iam::000000000000:role/schedule',
      Input: JSON.stringify({ phaseId: name }),
    },
    ...more,
  };
}
const create = (...given: Parameters<typeof input>) =>
  client.send(new CreateScheduleCommand(input(...given)));
const names = () => scheduler.list(GROUP).map(({ name }) => name);

async function fireAt(instant: string): Promise<number> {
  clock.moveTo(Temporal.Instant.from(instant));
  return scheduler.fireDue('timed');
}

describe('CreateSchedule, UpdateSchedule, DeleteSchedule, GetSchedule', () => {
  it('make, show, move and remove a schedule', async () => {
    const { ScheduleArn } = await create('notice-1', '2018-11-05T10:00:00');
    expect(ScheduleArn).toBe(`arn:aws:scheduler:us-east-1:000000000000:schedule/${GROUP}/notice-1`);
    const made = await client.send(new GetScheduleCommand({ Name: 'notice-1', GroupName: GROUP }));
    expect(made).toMatchObject({
      ...input('notice-1', '2018-11-05T10:00:00'),
      State: 'ENABLED',
      CreationDate: new Date('2018-10-30T00:00:00Z'),
    });
    await client.send(new UpdateScheduleCommand(input('notice-1', '2018-11-06T10:00:00')));
    expect(scheduler.nextTimed()?.toString()).toBe('2018-11-06T15:00:00Z');
    await client.send(new DeleteScheduleCommand({ Name: 'notice-1', GroupName: GROUP }));
    expect(names()).toEqual([]);
  });

  it('make no second of the same name', async () => {
    await create('notice-1', '2018-11-05T10:00:00');
    await expect(create('notice-1', '2018-11-05T10:00:00')).rejects.toThrow(ConflictException);
  });

  it('say what is not there', async () => {
    const Name = 'gone';
    const missing = [
      client.send(new GetScheduleCommand({ Name, GroupName: GROUP })),
      client.send(new DeleteScheduleCommand({ Name, GroupName: GROUP })),
      client.send(new UpdateScheduleCommand(input(Name, '2018-11-05T10:00:00'))),
      create(Name, '2018-11-05T10:00:00', { GroupName: 'other' }),
    ];
    for (const answer of missing) await expect(answer).rejects.toThrow(ResourceNotFoundException);
  });

  it.each([
    ['an expression that is none', { ScheduleExpression: 'tomorrow' }],
    ['a time that is over', { ScheduleExpression: 'at(2018-10-29T10:00:00)' }],
    ['a zone that is none', { ScheduleExpressionTimezone: 'America/Gotham' }],
    ['a name with a space', { Name: 'notice 1' }],
    ['what is not known here', { EndDate: new Date('2019-01-01T00:00:00Z') }],
  ])('refuse %s', async (_, wrong) => {
    await expect(create('notice-1', '2018-11-05T10:00:00', wrong)).rejects.toThrow(ValidationException);
    expect(names()).toEqual([]);
  });

  it('leave a schedule as it was when its change is refused', async () => {
    await create('notice-1', '2018-11-05T10:00:00');
    const change = new UpdateScheduleCommand(input('notice-1', '2018-10-01T10:00:00'));
    await expect(client.send(change)).rejects.toThrow(ValidationException);
    expect(scheduler.nextTimed()?.toString()).toBe('2018-11-05T15:00:00Z');
  });
});

describe('ListSchedules', () => {
  it('lists a group page by page, by name', async () => {
    for (let number = 1; number <= 7; number++) await create(`notice-${number}`, '2018-11-05T10:00:00');
    await create('elsewhere', '2018-11-05T10:00:00', { GroupName: 'default' });
    const pages: (string | undefined)[][] = [];
    for await (const page of paginateListSchedules({ client, pageSize: 3 }, { GroupName: GROUP })) {
      pages.push((page.Schedules ?? []).map(({ Name }) => Name));
    }
    expect(pages).toEqual([
      ['notice-1', 'notice-2', 'notice-3'],
      ['notice-4', 'notice-5', 'notice-6'],
      ['notice-7'],
    ]);
  });
});

describe('fireDue', () => {
  it('calls at the wall time of the zone, across the end of daylight saving, and then deletes', async () => {
    await create('before', '2018-11-03T10:00:00');
    await create('after', '2018-11-05T10:00:00');
    expect(await fireAt('2018-11-03T13:59:59Z')).toBe(0);
    expect(await fireAt('2018-11-03T14:00:00Z')).toBe(1);
    expect(await fireAt('2018-11-05T14:59:59Z')).toBe(0);
    expect(await fireAt('2018-11-05T15:00:00Z')).toBe(1);
    expect(called).toEqual(['before {"phaseId":"before"}', 'after {"phaseId":"after"}']);
    expect(names()).toEqual([]);
  });

  it('keeps a schedule that is not to be deleted, and calls it no more', async () => {
    await create('kept', '2018-11-05T10:00:00', { ActionAfterCompletion: 'NONE' });
    await fireAt('2018-11-05T15:00:00Z');
    expect(await fireAt('2018-11-06T15:00:00Z')).toBe(0);
    expect(names()).toEqual(['kept']);
  });

  it('does not call what is disabled', async () => {
    await create('off', '2018-11-05T10:00:00', { State: 'DISABLED' });
    expect(await fireAt('2018-11-06T15:00:00Z')).toBe(0);
  });

  it('calls what came due together in the order of time', async () => {
    await create('a-later', '2018-11-05T11:00:00');
    await create('b-sooner', '2018-11-05T10:00:00');
    await fireAt('2018-11-06T00:00:00Z');
    expect(called.map((call) => call.split(' ')[0])).toEqual(['b-sooner', 'a-later']);
  });

  it('fills in what the input asks for', async () => {
    const Input = '{"at":"<aws.scheduler.scheduled-time>","arn":"<aws.scheduler.schedule-arn>"}';
    await create('asking', '2018-11-05T10:00:00', {
      Target: { Arn: 'arn:aws:lambda:us-east-1:000000000000:function:start', RoleArn: 'arn:role', Input },
    });
    await fireAt('2018-11-05T15:00:00Z');
    expect(called).toEqual([
      `asking {"at":"2018-11-05T15:00:00Z","arn":"arn:aws:scheduler:us-east-1:000000000000:schedule/${GROUP}/asking"}`,
    ]);
  });

  it('calls a rate once, however many times have passed, and apart from the others', async () => {
    await create('tick', '', { ScheduleExpression: 'rate(5 minutes)' });
    expect(await fireAt('2018-11-05T15:02:00Z')).toBe(0);
    expect(await scheduler.fireDue('ticks')).toBe(1);
    expect(await scheduler.fireDue('ticks')).toBe(0);
    expect(scheduler.nextTick(clock.now())?.toString()).toBe('2018-11-05T15:05:00Z');
  });

  it('calls twice when asked to: once is only the least that Scheduler promises', async () => {
    await scheduler.close();
    await begin(2);
    await create('twice', '2018-11-05T10:00:00');
    await fireAt('2018-11-05T15:00:00Z');
    expect(called).toHaveLength(2);
  });
});
