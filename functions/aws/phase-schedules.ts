import { isDeepStrictEqual } from 'node:util';
import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleInput,
  DeleteScheduleCommand,
  GetScheduleCommand,
  paginateListSchedules,
  ResourceNotFoundException,
  type SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import { LATE_LIMIT } from '../domain/run/may-start.ts';
import { type PhaseSchedule, type ScheduleStep, scheduleSteps } from '../domain/run/phase-schedule.ts';
import { ENV, required } from '../lib/env.ts';
import { chunked } from '../lib/iterables.ts';
import type { Runtime } from '../lib/runtime.ts';
import { scheduler } from './clients.ts';

/** Ids of the phases whose schedules changed, and how many were right already. */
export interface ScheduleChanges {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: number;
}

/** The schedules of the phases that have not passed: one each, named after it, in the launch's own group. */
export interface PhaseSchedules {
  /** Makes the launch's schedules those of the plan, and leaves no other; safe to repeat. */
  sync(current: Pick<StoredPlan, 'plan' | 'version'>): Promise<ScheduleChanges>;
}

type Change = 'created' | 'updated' | 'deleted' | 'unchanged';
type Schedule = CreateScheduleInput & { readonly Name: string; readonly GroupName: string };

/** Calls at once: far below the account's 50 a second and more. */
const AT_ONCE = 5;
/** Tries for a schedule that others write at the same time. */
const TRIES = 3;

/** The schedules in EventBridge Scheduler. */
export function phaseSchedules(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  client: SchedulerClient = scheduler(),
): PhaseSchedules {
  const group = { client, name: required(env, ENV.scheduleGroup) };
  const scheduleOf = scheduleMaker(env);

  async function take(step: ScheduleStep): Promise<[name: string, change: Change]> {
    if (step.do === 'put') {
      const { schedule, isListed } = step;
      return [schedule.name, await put(group, { schedule: scheduleOf(schedule), isListed })];
    }
    const { name, unless } = step;
    const isCalling = unless !== null && (await isUnchanged(group, scheduleOf(unless)));
    return [name, isCalling ? 'unchanged' : await remove(group, name)];
  }

  return {
    sync: async (current) => {
      const steps = scheduleSteps(current, { listed: await namesIn(group), now: clock.now() });
      const taken: [name: string, change: Change][] = [];
      for (const some of chunked(steps, AT_ONCE)) taken.push(...(await Promise.all(some.map(take))));
      return changesOf(taken);
    },
  };
}

function scheduleMaker(env: Runtime['env']): (schedule: PhaseSchedule) => Schedule {
  const group = required(env, ENV.scheduleGroup);
  const launch = required(env, ENV.launchName);
  const target = {
    Arn: required(env, ENV.startPhaseArn),
    RoleArn: required(env, ENV.scheduleRoleArn),
    DeadLetterConfig: { Arn: required(env, ENV.scheduleDeadLetterArn) },
    // Later than that the phase counts as missed and wouldn't start.
    RetryPolicy: { MaximumEventAgeInSeconds: LATE_LIMIT.total('seconds'), MaximumRetryAttempts: 185 },
  };
  return ({ name, expression, zone, call }) => ({
    Name: name,
    GroupName: group,
    Description: `Starts the phase ${name} of ${launch}`,
    ScheduleExpression: expression,
    ScheduleExpressionTimezone: zone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    ActionAfterCompletion: 'DELETE',
    State: 'ENABLED',
    Target: { ...target, Input: JSON.stringify(call) },
  });
}

interface Group {
  readonly client: SchedulerClient;
  readonly name: string;
}

async function namesIn({ client, name }: Group): Promise<Set<string>> {
  const found = new Set<string>();
  for await (const page of paginateListSchedules({ client }, { GroupName: name })) {
    for (const { Name } of page.Schedules ?? []) if (Name) found.add(Name);
  }
  return found;
}

async function isUnchanged({ client }: Group, schedule: Schedule): Promise<boolean> {
  return isDeepStrictEqual(await existing(client, schedule), schedule);
}

/** Others may write the same schedule at once: then it is looked at again. */
function put(
  { client }: Group,
  { schedule, isListed }: { schedule: Schedule; isListed: boolean },
): Promise<Change> {
  return retried<Change>([ConflictException, ResourceNotFoundException], async (attempt) => {
    const found = isListed || attempt > 1 ? await existing(client, schedule) : null;
    if (isDeepStrictEqual(found, schedule)) return 'unchanged';
    await client.send(found ? new UpdateScheduleCommand(schedule) : new CreateScheduleCommand(schedule));
    return found ? 'updated' : 'created';
  });
}

function remove({ client, name: GroupName }: Group, Name: string): Promise<Change> {
  return retried<Change>([ConflictException], async () => {
    await unlessGone(client.send(new DeleteScheduleCommand({ Name, GroupName })));
    return 'deleted';
  });
}

/** What the group has, in the shape of what is wanted; `null` when it has gone since the listing. */
async function existing(client: SchedulerClient, wanted: Schedule): Promise<Schedule | null> {
  const { Name, GroupName } = wanted;
  const found = await unlessGone(client.send(new GetScheduleCommand({ Name, GroupName })));
  return found && (pick(found, wanted) as Schedule);
}

/** Tries again when others were faster. */
async function retried<Answer>(
  races: readonly (new (...args: never[]) => Error)[],
  attempt: (number: number) => Promise<Answer>,
): Promise<Answer> {
  for (let number = 1; ; number++) {
    try {
      return await attempt(number);
    } catch (error) {
      const isRace = races.some((race) => error instanceof race);
      if (!isRace || number === TRIES) throw error;
    }
  }
}

function changesOf(taken: readonly [name: string, change: Change][]): ScheduleChanges {
  const names = (wanted: Change) => taken.filter(([, change]) => change === wanted).map(([name]) => name);
  return {
    created: names('created'),
    updated: names('updated'),
    deleted: names('deleted'),
    unchanged: names('unchanged').length,
  };
}

/** The answer, or `null` when there is no such schedule any more: it ran, and deleted itself. */
async function unlessGone<Answer>(call: Promise<Answer>): Promise<Answer | null> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

/** The members that the pattern has, all the way down; Scheduler adds members of its own. */
function pick(value: unknown, pattern: unknown): unknown {
  if (typeof pattern !== 'object' || pattern === null || typeof value !== 'object' || value === null)
    return value;
  return Object.fromEntries(
    Object.entries(pattern).map(([key, inner]) => [
      key,
      pick((value as Record<string, unknown>)[key], inner),
    ]),
  );
}
