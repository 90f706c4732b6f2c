import { fileURLToPath } from 'node:url';
import type { Clock } from '../../../functions/lib/clock.ts';
import { ENV, type Env } from '../../../functions/lib/env.ts';
import type { Faults } from '../faults.ts';
import { LIMITS } from '../limits.ts';
import type { Resource, Template } from '../template/template.ts';
import {
  type EndedInvocation,
  type FunctionSettings,
  type LocalFunction,
  type LogLine,
  loadFunction,
} from './functions.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

interface LoadOptions {
  readonly clock: Clock;
  /** Hears of each line that a function logs. */
  readonly onLog: (line: LogLine) => void;
  /** Hears of each invocation. */
  readonly onInvocation?: (invocation: EndedInvocation) => void;
  readonly faults?: Faults;
  /** Directory of the bundles; `null` runs the functions from their source. */
  readonly bundleDir: string | null;
  /** Variables that the console gets besides the template's. */
  readonly consoleEnv: Env;
}

/**
 * Loads every function of the template with the variables that the template gives it.
 * @throws Error when a function has no entry or too large an environment, or can't be built from its variables.
 */
export async function loadFunctions(template: Template, options: LoadOptions): Promise<LocalFunction[]> {
  const functions: LocalFunction[] = [];
  for (const resource of template.ofType('AWS::Lambda::Function')) {
    functions.push(await loadFunction(settingsOf(resource, options), options));
  }
  return functions;
}

function settingsOf(resource: Resource, { bundleDir, consoleEnv }: LoadOptions): FunctionSettings {
  const { id, name, arn } = resource;
  const {
    Environment,
    RecursiveLoop,
    Timeout: timeoutSeconds = 3,
  } = resource.properties as FunctionProperties;
  const given = Environment?.Variables ?? {};
  checkEnvironment(id, given);
  const env = ENV.consoleOrigin in given ? { ...given, ...consoleEnv } : given;
  const file = bundleDir === null ? entryOf(resource) : bundleOf(resource, bundleDir);
  return { id, name, arn, env, timeoutSeconds, file, endsLoops: RecursiveLoop !== 'Allow' };
}

/** @throws Error when Lambda would refuse to deploy it. */
function checkEnvironment(id: string, env: Env): void {
  const { most } = LIMITS.lambdaEnvironment;
  const bytes = Buffer.byteLength(Object.entries(env).flat().join(''));
  if (bytes <= most) return;
  throw new Error(`Cannot run ${id} because its environment must be at most ${most} bytes: it is ${bytes}`);
}

interface FunctionProperties {
  readonly Environment?: { readonly Variables?: Env };
  /** @default Terminate */
  readonly RecursiveLoop?: 'Allow' | 'Terminate';
  /** Seconds. */
  readonly Timeout?: number;
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
