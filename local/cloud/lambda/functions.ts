import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Env } from '../../../functions/lib/env.ts';
import type { Log, LogFields } from '../../../functions/lib/runtime.ts';
import { steppingOf } from '../clock/movable.ts';
import type { Faults } from '../faults.ts';
import { type Lineage, runAs } from '../iam/caller.ts';
import { LIMITS } from '../limits.ts';
import { timeLimit } from './time-limit.ts';
import { loadHandler } from './warm-handler.ts';

/** A function of the template, ready to run. */
export interface LocalFunction {
  /** Id in the template, `SendEmail`. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly env: Env;
  /** Whether Lambda ends a loop of messages from it to itself. */
  readonly endsLoops: boolean;
  /** Runs it with a copy of the event, as Lambda would: it is stopped when its time is up. */
  invoke(event: unknown, options?: InvokeOptions): Promise<InvokeOutcome>;
  /**
   * Loads another build of its code.
   * @param file Absolute path of the entry or of the bundle.
   * @returns what deploys it: as in Lambda, an invocation that has begun finishes with the old one.
   * @throws Error when it has no `create`, or a variable that it needs is missing.
   */
  prepare(file: string): Promise<() => void>;
}

/** What Lambda knows about an invocation besides its event. */
export interface InvokeOptions {
  /** @default a new one */
  readonly requestId?: string;
  /** Which functions led to the event, and how often. @default none */
  readonly lineage?: Lineage;
}

/** How an invocation ended. */
export type InvokeOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: FunctionError };

/** An error as Lambda reports it. */
interface FunctionError {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace?: readonly string[];
}

/** A line that a function logged. */
export interface LogLine {
  readonly at: Temporal.Instant;
  readonly functionId: string;
  readonly level: 'INFO' | 'ERROR';
  readonly code: string;
  readonly fields: LogFields;
}

/** An invocation that has ended. */
export interface EndedInvocation {
  /** When it ended. */
  readonly at: Temporal.Instant;
  readonly functionId: string;
  /** By the cloud's clock. */
  readonly milliseconds: number;
  readonly isFailed: boolean;
}

/** What the template says about a function. */
export interface FunctionSettings extends Pick<LocalFunction, 'id' | 'name' | 'arn' | 'env' | 'endsLoops'> {
  readonly timeoutSeconds: number;
  /** Absolute path of the entry or of the bundle. */
  readonly file: string;
}

interface LoadFunctionOptions {
  readonly clock: Clock;
  readonly onLog: (line: LogLine) => void;
  /** Hears of each invocation once it has ended. */
  readonly onInvocation?: (invocation: EndedInvocation) => void;
  readonly faults?: Faults;
}

/** An invocation costs time, even of a virtual clock: nothing happens twice at one instant. */
const INVOCATION_MILLISECONDS = 1;

/**
 * Loads a function and builds its services.
 * @throws Error when its module has no `create`, or a variable that it needs is missing.
 */
export async function loadFunction(
  settings: FunctionSettings,
  { clock, onLog, onInvocation, faults }: LoadFunctionOptions,
): Promise<LocalFunction> {
  const { id, name, arn, env, endsLoops, timeoutSeconds } = settings;
  const limit = timeLimit(clock);
  const runtime = { env, clock: limit.clock, log: logOf(id, { clock, onLog }) };
  const build = (file: string) => loadHandler(id, { file, runtime });
  let warm = await build(settings.file);

  function run(event: unknown, { requestId, lineage }: Required<InvokeOptions>): Promise<InvokeOutcome> {
    const deadline = clock.now().epochMilliseconds + timeoutSeconds * 1000;
    const invocation = {
      awsRequestId: requestId,
      getRemainingTimeInMillis: () => Math.max(0, deadline - clock.now().epochMilliseconds),
    };
    const current = warm;
    return new Promise((resolve) => {
      const onTimeout = () => {
        current.discard();
        const errorMessage = `Task timed out after ${timeoutSeconds}.00 seconds`;
        resolve({ ok: false, error: { errorType: 'Sandbox.Timedout', errorMessage } });
      };
      const handle = async () => {
        if (faults?.hangs?.(id)) await limit.clock.sleep(timeoutSeconds * 1000 + 1);
        return current.handler()(copyOf(event), invocation);
      };
      limit
        .run(() => runAs(id, handle, lineage), { deadline, onTimeout })
        .then(answerOf, (error: unknown) => ({ ok: false as const, error: errorOf(error) }))
        .then(resolve);
    });
  }

  return {
    id,
    name,
    arn,
    env,
    endsLoops,
    prepare: async (file) => {
      const next = await build(file);
      return () => {
        warm = next;
      };
    },
    invoke: async (event, { requestId = randomUUID(), lineage = [] } = {}) => {
      const began = clock.now();
      const outcome = await run(event, { requestId, lineage });
      const at = clock.now();
      const milliseconds = at.since(began).total('milliseconds');
      onInvocation?.({ at, functionId: id, milliseconds, isFailed: !outcome.ok });
      steppingOf(clock)?.moveTo(clock.now().add({ milliseconds: INVOCATION_MILLISECONDS }));
      return outcome;
    },
  };
}

function logOf(functionId: string, to: { clock: Clock; onLog: (line: LogLine) => void }): Log {
  const write =
    (level: LogLine['level']) =>
    (code: string, fields: LogFields = {}) =>
      to.onLog({ at: to.clock.now(), functionId, level, code, fields });
  return { info: write('INFO'), error: write('ERROR') };
}

/** The answer as the caller gets it, unless it is more than Lambda hands on. */
function answerOf(result: unknown): InvokeOutcome {
  const text = JSON.stringify(result) ?? 'null';
  const { most } = LIMITS.lambdaAnswer;
  if (Buffer.byteLength(text) <= most) return { ok: true, result: JSON.parse(text) };
  const errorMessage = `Response payload size exceeded maximum allowed payload size (${most} bytes).`;
  return { ok: false, error: { errorType: 'Function.ResponseSizeTooLarge', errorMessage } };
}

function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function errorOf(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
