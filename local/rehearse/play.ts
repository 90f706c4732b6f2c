import { basename } from 'node:path';
import { dynamo } from '../../functions/aws/clients.ts';
import { planStore } from '../../functions/aws/plans.ts';
import { parsePlan } from '../../functions/domain/plan/parse-plan.ts';
import type { Plan } from '../../functions/domain/plan/plan.ts';
import type { HoldReason } from '../../functions/domain/run/may-start.ts';
import { virtualClock } from '../cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../cloud/cloud.ts';
import type { FunctionCall } from '../cloud/iam/access.ts';
import type { EndedInvocation, LogLine } from '../cloud/lambda/functions.ts';
import { UserError } from '../lib/user-error.ts';
import type { RehearsalArguments } from './arguments.ts';
import type { SentEmail } from './report/outbox.ts';
import { type LaunchRecord, readLaunch } from './report/read.ts';
import { type Step, scriptOf } from './script.ts';
import { uploadTable } from './uploads.ts';

/** A launch that was played to its end. */
export interface Rehearsal {
  readonly record: LaunchRecord;
  /** Every email as SES got it, oldest first. */
  readonly emails: readonly SentEmail[];
  /** What went wrong inside: functions that failed, calls that their roles don't grant. Empty when all is well. */
  readonly troubles: readonly string[];
}

/** Hears of what happens in a rehearsal as it happens. */
export interface Observer {
  /** The plan is read; `zone` is the court's. */
  begins(plan: Plan): void;
  /** `at` is an instant. */
  uploaded(file: string, at: string, refusedRows: number): void;
  released(phaseId: string, release: { readonly at: string; readonly why: string }): void;
  /** An email was sent. */
  sent(): void;
  logged(line: LogLine): void;
  /** A function called a service. */
  called?(call: FunctionCall): void;
  /** An invocation has ended. */
  invoked?(invocation: EndedInvocation): void;
}

/** Plays a whole launch in the embedded cloud. */
export async function play(args: RehearsalArguments, observer: Observer): Promise<Rehearsal> {
  const plan = readPlan(args);
  const script = scriptOf(
    plan,
    args.updates.map(({ at }) => at),
  );
  observer.begins(plan);
  const sender = plan.court.sender.address.split('@').at(-1)!;
  const cloud = await startCloud({
    clock: virtualClock(script.steps[0]!.at),
    launch: { name: plan.name, sender, linkDomains: plan.linkDomains },
    ses: { onAccepted: () => observer.sent() },
    onLog: (line) => observer.logged(line),
    onCall: (call) => observer.called?.(call),
    onInvocation: (invocation) => observer.invoked?.(invocation),
  });
  try {
    for (const step of script.steps) {
      await cloud.advanceTo(step.at);
      await perform(step, { args, cloud, observer });
    }
    await cloud.advanceTo(script.end);
    const record = await readLaunch(
      { env: cloud.env, clock: cloud.clock },
      { db: dynamo(), firstHolds: firstHoldsOf(cloud) },
    );
    return { record, emails: emailsOf(cloud), troubles: await troublesOf(cloud) };
  } finally {
    await cloud.stop();
  }
}

/** @throws UserError with every problem of the plan at once. */
function readPlan({ launch }: RehearsalArguments): Plan {
  const parsed = parsePlan(Buffer.from(launch.content).toString());
  if (parsed.ok) return parsed.plan;
  const { problems } = parsed;
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  throw new UserError(
    `Cannot rehearse because the launch plan ${launch.path} must have no problems: it has ${count}`,
    problems.map(({ path, found, message }) => `${path}: found ${found}: ${message}`),
  );
}

/** One person plays everyone in a rehearsal, so two-person approval is off in it. */
function rehearsed(args: RehearsalArguments): string | Uint8Array {
  const plan = readPlan(args);
  return plan.twoPersonApproval ? JSON.stringify({ ...plan, twoPersonApproval: false }) : args.launch.content;
}

/** A rehearsal that is being played. */
interface Playing {
  readonly args: RehearsalArguments;
  readonly cloud: Cloud;
  readonly observer: Observer;
}

async function perform(step: Step, { args, cloud, observer }: Playing): Promise<void> {
  if (step.kind === 'release') {
    const { phaseId, at, why } = step;
    observer.released(phaseId, { at: at.toString(), why });
    await cloud.invoke('ReleasePhase', { phaseId, by: 'clerk', why });
    return cloud.settle();
  }
  if (step.what === 'launch') return uploadPlan({ args, cloud, observer });
  const file = step.what === 'update' ? args.updates[step.index]! : args.roster;
  const { rows } = await uploadTable(cloud, { kind: step.what, file });
  observer.uploaded(basename(file.path), step.at.toString(), rows.rejected);
}

async function uploadPlan({ args, cloud, observer }: Playing): Promise<void> {
  const { path } = args.launch;
  await cloud.put(`inbox/launch/${basename(path)}`, rehearsed(args));
  await cloud.settle();
  if (!(await planStore(cloud.env, dynamo()).current())) {
    const reports = await cloud.read('reports/launch/');
    const text = [...reports]
      .filter(([key]) => key.endsWith('.txt'))
      .map(([, report]) => Buffer.from(report).toString());
    throw new UserError(`Cannot continue because the launch plan ${path} was refused`, text);
  }
  observer.uploaded(basename(path), cloud.clock.now().toString(), 0);
}

function emailsOf({ outbox }: Cloud): SentEmail[] {
  return outbox.map(({ raw, tags, at, to }) => ({
    raw,
    to: to[0]!,
    runId: tags.run!,
    filerId: tags.filer!,
    attempt: Number(tags.attempt),
    at: at.toString(),
  }));
}

/** By phase, from the events that say so. */
function firstHoldsOf({ events }: Cloud): Map<string, HoldReason> {
  const holds = new Map<string, HoldReason>();
  for (const { 'detail-type': kind, detail } of events) {
    const { phase, reason } = detail as { phase?: string; reason: HoldReason };
    if (kind === 'PhaseHeld' && phase && !holds.has(phase)) holds.set(phase, reason);
  }
  return holds;
}

async function troublesOf(cloud: Cloud): Promise<string[]> {
  const deadLetters = await cloud.deadLetters();
  return [
    ...cloud.failures.map(({ at, where, what }) => `${at} ${where}: ${what}`),
    ...cloud.denials.map(
      ({ functionId, action, resource }) => `${functionId} may not ${action} on ${resource}`,
    ),
    ...(deadLetters.length > 0 ? [`${deadLetters.length} messages in dead-letter queues`] : []),
  ];
}
