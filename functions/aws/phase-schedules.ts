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
import { Temporal } from 'temporal-polyfill';
import { phasesOf } from '../domain/plan/phases.ts';
import type { StoredPlan } from '../domain/plan/stored-plan.ts';
import { LATE_LIMIT } from '../domain/run/may-start.ts';
import { chunked } from '../lib/batch.ts';
import { ENV, required } from '../lib/env.ts';
import type { Runtime } from '../lib/runtime.ts';
import { scheduler } from './clients.ts';
import { type PhaseSchedule, phaseSchedule } from './phase-schedule.ts';

/** Ids of the phases whose schedules changed, and how many were right already. */
export interface ScheduleChanges {
  readonly created: readonly string[];
  readonly updated: readonly string[];
  readonly deleted: readonly string[];
  readonly unchanged: number;
}

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

/** The schedules of the phases that have not passed: one each, named after it, in the launch's own group. */
export function phaseSchedules(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  client: SchedulerClient = scheduler(),
): PhaseSchedules {
  const group = required(env, ENV.scheduleGroup);
  const launch = required(env, ENV.launchName);
  const target = {
    Arn: required(env, ENV.startPhaseArn),
    RoleArn: required(env, ENV.scheduleRoleArn),
    DeadLetterConfig: { Arn: required(env, ENV.scheduleDeadLetterArn) },
    // Later than that the phase counts as missed and wouldn't start.
    RetryPolicy: { MaximumEventAgeInSeconds: LATE_LIMIT.total('seconds'), MaximumRetryAttempts: 185 },
  };

  function scheduleOf({ name, expression, zone, call }: PhaseSchedule): Schedule {
    return {
      Name: name,
      GroupName: group,
      Description: `Starts the phase ${name} of ${launch}`,
      ScheduleExpression: expression,
      ScheduleExpressionTimezone: zone,
      FlexibleTimeWindow: { Mode: 'OFF' },
      ActionAfterCompletion: 'DELETE',
      State: 'ENABLED',
      Target: { ...target, Input: JSON.stringify(call) },
    };
  }

  async function names(): Promise<Set<string>> {
    const found = new Set<string>();
    for await (const page of paginateListSchedules({ client }, { GroupName: group })) {
      for (const { Name } of page.Schedules ?? []) if (Name) found.add(Name);
    }
    return found;
  }

  /** What stands in the group, in the shape of what is wanted; `null` when it has gone since the listing. */
  async function standing({ Name, GroupName, ...wanted }: Schedule): Promise<Schedule | null> {
    const found = await unlessGone(client.send(new GetScheduleCommand({ Name, GroupName })));
    return found && (pick(found, { Name, GroupName, ...wanted }) as Schedule);
  }

  async function remove(name: string, tries = TRIES): Promise<Change> {
    try {
      await unlessGone(client.send(new DeleteScheduleCommand({ Name: name, GroupName: group })));
      return 'deleted';
    } catch (error) {
      if (!(error instanceof ConflictException) || tries === 1) throw error;
      return remove(name, tries - 1);
    }
  }

  /** Others may write the same schedule at once: then it is looked at again. */
  async function put(schedule: Schedule, isListed: boolean, tries = TRIES): Promise<Change> {
    const found = isListed ? await standing(schedule) : null;
    if (isDeepStrictEqual(found, schedule)) return 'unchanged';
    try {
      await client.send(found ? new UpdateScheduleCommand(schedule) : new CreateScheduleCommand(schedule));
      return found ? 'updated' : 'created';
    } catch (error) {
      const isRace = error instanceof ConflictException || error instanceof ResourceNotFoundException;
      if (!isRace || tries === 1) throw error;
      return put(schedule, true, tries - 1);
    }
  }

  /** A schedule whose moment has just come may still be calling: it deletes itself when it is done. */
  async function removeUnlessRunning(name: string, just: ReadonlyMap<string, Schedule>): Promise<Change> {
    const running = just.get(name);
    const found = running && (await standing(running));
    return found && isDeepStrictEqual(found, running) ? 'unchanged' : remove(name);
  }

  return {
    sync: async ({ plan, version }) => {
      const now = clock.now();
      const listed = await names();
      const wanted = new Map<string, Schedule>();
      const just = new Map<string, Schedule>();
      for (const phase of phasesOf(plan)) {
        const schedule = scheduleOf(phaseSchedule(phase, version));
        const at = phase.at.toInstant();
        if (Temporal.Instant.compare(now, at) < 0) wanted.set(phase.id, schedule);
        else if (Temporal.Instant.compare(now, at.add(LATE_LIMIT)) <= 0) just.set(phase.id, schedule);
      }
      const work = [
        ...[...listed]
          .filter((name) => !wanted.has(name))
          .map((name) => ({ name, run: () => removeUnlessRunning(name, just) })),
        ...[...wanted].map(([name, schedule]) => ({ name, run: () => put(schedule, listed.has(name)) })),
      ];
      return changesOf(await workOff(work));
    },
  };
}

interface Done {
  readonly name: string;
  readonly change: Change;
}

async function workOff(work: readonly { name: string; run: () => Promise<Change> }[]): Promise<Done[]> {
  const done: Done[] = [];
  for (const batch of chunked(work, AT_ONCE)) {
    done.push(...(await Promise.all(batch.map(async ({ name, run }) => ({ name, change: await run() })))));
  }
  return done;
}

function changesOf(done: readonly Done[]): ScheduleChanges {
  const ids = (wanted: Change) => done.filter(({ change }) => change === wanted).map(({ name }) => name);
  return {
    created: ids('created'),
    updated: ids('updated'),
    deleted: ids('deleted'),
    unchanged: ids('unchanged').length,
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
