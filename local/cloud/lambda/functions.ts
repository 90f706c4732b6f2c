import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Env } from '../../../functions/lib/env.ts';
import type { Log, LogFields } from '../../../functions/lib/log.ts';
import type { Create, Handler, Runtime } from '../../../functions/lib/runtime.ts';
import { isVirtual } from '../clock/clock.ts';
import { isMovable, steppingOf } from '../clock/movable.ts';
import { runAs } from '../iam/caller.ts';

/** A function of the template, ready to run. */
export interface LocalFunction {
  /** Id in the template, `SendEmail`. */
  readonly id: string;
  readonly name: string;
  readonly arn: string;
  readonly env: Env;
  /** Runs it with a copy of the event, as Lambda would: it is stopped when its time is up. */
  invoke(event: unknown): Promise<InvokeOutcome>;
}

export type InvokeOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: FunctionError };

/** An error as Lambda reports it. */
export interface FunctionError {
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

export interface FunctionSettings extends Pick<LocalFunction, 'id' | 'name' | 'arn' | 'env'> {
  readonly timeoutSeconds: number;
  /** File of the entry or of the bundle. */
  readonly file: string;
}

interface Running {
  /** Epoch milliseconds. */
  readonly deadline: number;
  stop(): void;
}

const require = createRequire(import.meta.url);

/** An invocation costs time, even of a virtual clock: nothing happens twice at one instant. */
const INVOCATION_MILLISECONDS = 1;

/**
 * Loads a function and builds its services.
 * @throws Error when its module has no `create`, or a variable that it needs is missing.
 */
export async function loadFunction(
  settings: FunctionSettings,
  { clock, onLog }: { clock: Clock; onLog: (line: LogLine) => void },
): Promise<LocalFunction> {
  const { id, name, arn, env, timeoutSeconds, file } = settings;
  const { create } = await load(file);
  if (!create) throw new Error(`Cannot run ${id} because ${file} must export create`);
  const running = new AsyncLocalStorage<Running>();
  const runtime = { env, clock: limited(clock, running), log: logOf(id, { clock, onLog }) };
  let handler: Handler<unknown, unknown> | null = build(id, { create, runtime });

  function start(event: unknown): Promise<InvokeOutcome> {
    const deadline = clock.now().epochMilliseconds + timeoutSeconds * 1000;
    const invocation = {
      awsRequestId: randomUUID(),
      getRemainingTimeInMillis: () => Math.max(0, deadline - clock.now().epochMilliseconds),
    };
    return new Promise((resolve) => {
      const timer = isVirtual(clock) ? undefined : setTimeout(() => stop(), timeoutSeconds * 1000).unref();
      const stop = () => {
        // Lambda throws the environment away: services are built anew.
        handler = null;
        const errorMessage = `Task timed out after ${timeoutSeconds}.00 seconds`;
        resolve({ ok: false, error: { errorType: 'Sandbox.Timedout', errorMessage } });
      };
      const run = async () => {
        handler ??= create!(runtime);
        return handler(copyOf(event), invocation);
      };
      running
        .run({ deadline, stop }, () => runAs(id, run))
        .then(
          (result) => resolve({ ok: true, result: copyOf(result) ?? null }),
          (error: unknown) => resolve({ ok: false, error: errorOf(error) }),
        )
        .finally(() => clearTimeout(timer));
    });
  }

  return {
    id,
    name,
    arn,
    env,
    invoke: async (event) => {
      const outcome = await start(event);
      steppingOf(clock)?.moveTo(clock.now().add({ milliseconds: INVOCATION_MILLISECONDS }));
      return outcome;
    },
  };
}

/** @throws Error naming the function, when a variable that its clients ask for is missing. */
function build(
  id: string,
  { create, runtime }: { create: Create<unknown, unknown>; runtime: Runtime },
): Handler<unknown, unknown> {
  try {
    return create(runtime);
  } catch (cause) {
    throw new Error(`Cannot build ${id}: ${(cause as Error).message}`, { cause });
  }
}

/** A bundle is loaded by Node itself, as Lambda does it, also where a test runner has a hand in imports. */
async function load(file: string): Promise<{ create?: Create<unknown, unknown> }> {
  return file.endsWith('.mjs') ? require(file) : import(pathToFileURL(file).href);
}

/** A clock that never wakes whom time ran out on: Lambda stops a function in mid-sleep. */
function limited(clock: Clock, running: AsyncLocalStorage<Running>): Clock {
  if (!isVirtual(clock) && !isMovable(clock)) return clock;
  return {
    now: () => clock.now(),
    sleep: async (milliseconds) => {
      const invocation = running.getStore();
      const now = clock.now().epochMilliseconds;
      if (!invocation || now + milliseconds <= invocation.deadline) return clock.sleep(milliseconds);
      await clock.sleep(invocation.deadline - now);
      invocation.stop();
      await new Promise(() => {});
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

function copyOf(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function errorOf(error: unknown): FunctionError {
  if (!(error instanceof Error)) return { errorType: 'Error', errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message, trace: (error.stack ?? '').split('\n') };
}
