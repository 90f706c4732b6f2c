import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { campaign } from '#campaign';
import type { HttpEvent, HttpResult } from '../../../functions/console/http/event.ts';
import type { Env } from '../../../functions/lib/env.ts';
import type { Create, Handler, LogFields } from '../../../functions/lib/runtime.ts';
import { BUNDLING } from '../../../infra/pipeline-function.ts';
import { virtualClock } from '../../../local/cloud/clock/clock.ts';
import { type Cloud, startCloud } from '../../../local/cloud/cloud.ts';
import { runAs } from '../../../local/cloud/iam/caller.ts';
import type { CloudOptions } from '../../../local/cloud/options.ts';
import { planWith } from '../builders/plan.ts';
import { stoppedUnless } from '../stopped-unless.ts';
import { type Browser, browserAt } from './browser.ts';

interface ConsoleLine {
  readonly level: 'INFO' | 'ERROR';
  readonly code: string;
  readonly fields: LogFields;
}

/** The console as it is bundled for Lambda, before the services of an embedded cloud. */
export interface TestConsole {
  readonly cloud: Cloud;
  readonly log: ConsoleLine[];
  /** Why it refused, in order. */
  refusals(): string[];
  /** A console with other settings before the same services. */
  handlerWith(env: Env): Handler<HttpEvent, HttpResult>;
  /** A browser no one has used. */
  browser(): Browser;
  /** The browser of one of the pool's people, signed in. */
  signedIn(who: string): Promise<Browser>;
  stop(): Promise<void>;
}

/** @param plan members of the plan that differ; `null` for no plan at all */
export async function aConsole(
  plan: Readonly<Record<string, unknown>> | null = {},
  options: Pick<CloudOptions, 'ses'> = {},
): Promise<TestConsole> {
  const clock = virtualClock('2018-07-24T12:00:00Z');
  const launch = { name: 'test-2018', sender: 'test.uscourts.gov' };
  const cloud = await startCloud({ ...options, clock, launch });
  await stoppedUnless(cloud, async () => {
    if (plan) await cloud.put('inbox/launch/launch.json', JSON.stringify(planWith(plan)));
    await cloud.settle();
  });
  bundle ??= bundled();
  const create = bundle;
  const log: ConsoleLine[] = [];
  const write =
    (level: ConsoleLine['level']) =>
    (code: string, fields: LogFields = {}) =>
      void log.push({ level, code, fields });
  const handlerWith = (env: Env): Handler<HttpEvent, HttpResult> => {
    const handler = create({ env, clock, log: { info: write('INFO'), error: write('ERROR') } });
    return (event, invocation) => runAs('Console', () => handler(event, invocation));
  };
  const handler = handlerWith(cloud.envOf('Console'));
  const browser = () => browserAt(handler, cloud);
  return {
    cloud,
    log,
    handlerWith,
    refusals: () =>
      log.filter(({ code }) => code === 'request-refused').map(({ fields }) => String(fields.reason)),
    browser,
    signedIn: async (who) => {
      const one = browser();
      await one.signIn(who);
      return one;
    },
    stop: () => cloud.stop(),
  };
}

/** Made once in a process: it takes most of a second, and it keeps nothing from one `create` to the next. */
let bundle: Create<HttpEvent, HttpResult> | undefined;

/** As the stack bundles it; the module is loaded by Node itself, where nothing is installed. */
function bundled(): Create<HttpEvent, HttpResult> {
  const { mainFields, banner, minify } = BUNDLING;
  const dir = mkdtempSync(join(tmpdir(), 'crier-console-'));
  const outfile = join(dir, 'index.mjs');
  buildSync({
    entryPoints: ['functions/console/console.lambda.ts'],
    bundle: true,
    outfile,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: [...mainFields!],
    conditions: ['module', campaign.name],
    banner: { js: banner! },
    minify: minify!,
  });
  try {
    return createRequire(import.meta.url)(outfile).create;
  } finally {
    rmSync(dir, { recursive: true });
  }
}
