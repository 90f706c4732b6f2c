import { fileURLToPath } from 'node:url';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../../functions/lib/clock.ts';
import { ENV, type Env } from '../../functions/lib/env.ts';
import { DEFAULT_BUS, type EventBridge } from './events/eventbridge.ts';
import type { BusEvent } from './events/pattern.ts';
import { inputOf, type TargetInput } from './events/rule-target.ts';
import type { ScheduleInput } from './events/schedule-book.ts';
import type { Scheduler } from './events/scheduler.ts';
import type { Grants } from './iam/grants.ts';
import { type LocalFunction, type LogLine, loadFunction } from './lambda/functions.ts';
import type { FunctionBook } from './lambda/registry.ts';
import {
  type QueueMapping,
  type QueueWorker,
  queueWorker,
  type WorkerOptions,
} from './runner/queue-worker.ts';
import type { SqsSender } from './s3-sqs/sqs-sender.ts';
import type { Resource, Template } from './template/template.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Loads every function of the template with the environment that the template gives it. */
export async function loadFunctions(
  template: Template,
  options: {
    clock: Clock;
    onLog: (line: LogLine) => void;
    bundleDir?: string;
    /** What the console alone is told besides: pages of this machine that its strip leads to. */
    beside?: Env;
  },
): Promise<LocalFunction[]> {
  const functions: LocalFunction[] = [];
  for (const resource of template.ofType('AWS::Lambda::Function')) {
    const { Environment, Timeout = 3 } = resource.properties as {
      Environment?: { Variables?: Env };
      Timeout?: number;
    };
    const { id, name, arn } = resource;
    const given = Environment?.Variables ?? {};
    const env = ENV.consoleOrigin in given ? { ...given, ...options.beside } : given;
    const file = options.bundleDir ? bundleOf(resource, options.bundleDir) : entryOf(resource);
    functions.push(await loadFunction({ id, name, arn, env, timeoutSeconds: Timeout, file }, options));
  }
  return functions;
}

function entryOf({ id, metadata }: Resource): string {
  const entry = metadata['crier:entry'];
  if (typeof entry !== 'string') {
    throw new Error(`Cannot run ${id} because its metadata must name its entry as crier:entry`);
  }
  return `${ROOT}${entry}`;
}

/** The bundle as esbuild made it: the asset's name is its hash. */
function bundleOf({ properties }: Resource, bundleDir: string): string {
  const { S3Key } = (properties as { Code: { S3Key: string } }).Code;
  return `${bundleDir}/asset.${S3Key.replace(/\.zip$/, '')}/index.mjs`;
}

export interface Wired {
  readonly functions: FunctionBook;
  readonly queueUrls: ReadonlyMap<string, string>;
  readonly grants: Grants;
  /** ARNs of the topics. */
  readonly topics: ReadonlySet<string>;
  readonly sender: SqsSender;
  /** Runs a function later, again when it fails. */
  readonly invokeLater: (fn: LocalFunction, event: unknown) => void;
  readonly onFailure: (where: string, what: string) => void;
  /** Hears what a topic would tell people. */
  readonly onNotice: (text: string) => void;
}

/** Makes the buses and rules. An event that may not be handed on goes to the target's dead letters, as in AWS. */
export function wireRules(template: Template, bridge: EventBridge, wired: Wired): void {
  for (const { name } of template.ofType('AWS::Events::EventBus')) bridge.addBus(name);
  for (const rule of template.ofType('AWS::Events::Rule')) {
    const {
      EventBusName = DEFAULT_BUS,
      EventPattern,
      State,
      Targets = [],
    } = rule.properties as RuleProperties;
    if (State === 'DISABLED' || !EventPattern) continue;
    const targets = Targets.map((target) => ruleTarget(target, { rule, wired }));
    bridge.addRule({ name: rule.name, bus: EventBusName, pattern: EventPattern, targets });
  }
}

interface RuleProperties {
  readonly EventBusName?: string;
  readonly EventPattern?: unknown;
  readonly State?: string;
  readonly Targets?: readonly RuleTarget[];
}

interface RuleTarget extends TargetInput {
  readonly Arn: string;
  readonly DeadLetterConfig?: { readonly Arn: string };
}

const EVENTS_SERVICE = 'events.amazonaws.com';

function ruleTarget(
  target: RuleTarget,
  { rule, wired }: { rule: Resource; wired: Wired },
): (event: BusEvent) => Promise<void> {
  const { functions, invokeLater, onFailure } = wired;
  const fn = functions.find(target.Arn);
  if (fn) return async (event) => invokeLater(fn, JSON.parse(inputOf(event, target)));
  const send = sendTo(target.Arn, { rule, wired });
  if (!send) {
    throw new Error(
      `Cannot wire the rule ${rule.id} because its target must be a queue, topic or function here: it is ${target.Arn}`,
    );
  }
  const { Arn: lettersArn } = target.DeadLetterConfig ?? {};
  const bury = lettersArn ? sendTo(lettersArn, { rule, wired }) : null;
  return async (event) => {
    if (await send(inputOf(event, target))) return;
    onFailure(rule.id, `Cannot hand on an event because the rule may not send to ${target.Arn}`);
    await bury?.(JSON.stringify(event));
  };
}

/** Sends to a queue or a topic if its policy lets the rule. @returns whether it did. */
function sendTo(
  arn: string,
  { rule, wired }: { rule: Resource; wired: Wired },
): ((text: string) => Promise<boolean>) | null {
  const { queueUrls, topics, grants, sender, onNotice } = wired;
  const queueUrl = queueUrls.get(arn);
  if (!queueUrl && !topics.has(arn)) return null;
  const action = queueUrl ? 'sqs:SendMessage' : 'sns:Publish';
  return async (text) => {
    if (!grants.allows(arn, { service: EVENTS_SERVICE, action, sourceArn: rule.arn })) return false;
    if (queueUrl) await sender.send(queueUrl, text);
    else onNotice(text);
    return true;
  };
}

/** A worker for every queue that a function works off. */
export function wireQueues(
  template: Template,
  { functions, queueUrls }: Wired,
  options: Omit<WorkerOptions, 'client'> & { client: SQSClient },
): QueueWorker[] {
  const queues = template.ofType('AWS::SQS::Queue');
  return template.ofType('AWS::Lambda::EventSourceMapping').map(({ id, properties }) => {
    const {
      EventSourceArn,
      FunctionName,
      BatchSize = 10,
      FunctionResponseTypes = [],
    } = properties as {
      EventSourceArn: string;
      FunctionName: string;
      BatchSize?: number;
      FunctionResponseTypes?: string[];
    };
    const queue = queues.find(({ arn }) => arn === EventSourceArn);
    const fn = functions.find(FunctionName);
    if (!queue || !fn)
      throw new Error(`Cannot wire ${id} because its queue and function must be in the template`);
    const { VisibilityTimeout = 30, RedrivePolicy } = queue.properties as {
      VisibilityTimeout?: number;
      RedrivePolicy?: { deadLetterTargetArn: string; maxReceiveCount: number };
    };
    const mapping: QueueMapping = {
      queueUrl: queueUrls.get(queue.arn)!,
      queueArn: queue.arn,
      batchSize: BatchSize,
      reportsFailures: FunctionResponseTypes.includes('ReportBatchItemFailures'),
      visibilitySeconds: VisibilityTimeout,
      deadLetters: RedrivePolicy
        ? {
            queueUrl: queueUrls.get(RedrivePolicy.deadLetterTargetArn)!,
            maxReceives: RedrivePolicy.maxReceiveCount,
          }
        : null,
      invoke: (event) => functions.invoke(fn, event),
    };
    return queueWorker(mapping, options);
  });
}

/** Makes the groups and the schedules that the template itself holds. */
export function wireSchedules(template: Template, scheduler: Scheduler): void {
  for (const { name } of template.ofType('AWS::Scheduler::ScheduleGroup')) scheduler.groups.add(name);
  for (const { name, properties } of template.ofType('AWS::Scheduler::Schedule')) {
    const { GroupName = 'default', ...input } = properties as unknown as ScheduleInput & {
      GroupName?: string;
    };
    scheduler.put(GroupName, name, input);
  }
}
