import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import type { Clock } from '../../functions/lib/clock.ts';
import { exampleLaunch } from '../../infra/settings.ts';
import { newPageKey, type PageKey } from '../lib/page-key.ts';
import { type Agenda, agenda } from './clock/agenda.ts';
import { virtualClock } from './clock/clock.ts';
import { type Endpoints, outsideCredentials } from './endpoints.ts';
import { type AccessControl, accessControl } from './iam/access.ts';
import { CALL_JOURNAL, callJournal } from './iam/call-journal.ts';
import { type Credentials, newCredentials } from './iam/credentials.ts';
import { type Journal, journal } from './journal.ts';
import { type FunctionRegistry, functionRegistry } from './lambda/registry.ts';
import type { CloudOptions } from './options.ts';
import { type KeptData, openKeptData } from './persistence/kept-data.ts';
import { checkTypes } from './template/resource-types.ts';
import { synthesize } from './template/synthesize.ts';
import { readTemplate, type Template } from './template/template.ts';

/** What is there before anything runs: every step of building gets it. */
export interface Site {
  readonly options: CloudOptions;
  readonly clock: Clock;
  readonly agenda: Agenda;
  readonly access: AccessControl;
  /** The key that signs every request of this start. */
  readonly credentials: Credentials;
  /** The key that opens its pages. */
  readonly pageKey: PageKey;
  readonly journal: Journal;
  readonly functions: FunctionRegistry;
  readonly template: Template;
  /** Directory of the functions' bundles; `null` when they run from their source. */
  readonly bundleDir: string | null;
  /** The data on disk; `null` when all is in memory. */
  readonly kept: KeptData | null;
  /** Services that run elsewhere. */
  readonly outside: Partial<Endpoints>;
  /** What ends the steps done so far, in their order; it is called in reverse. */
  readonly undo: (() => unknown)[];
}

/**
 * Synthesizes the launch's template and opens its data.
 * @throws Error when the template holds a type that the cloud doesn't know, UserError when the data can't be used.
 */
export async function openSite(
  options: CloudOptions,
  { outside, undo }: Pick<Site, 'outside' | 'undo'>,
): Promise<Site> {
  const clock = options.clock ?? virtualClock(Temporal.Now.instant());
  const events = journal(clock, options);
  const bundleDir = options.functions === 'bundled' ? await makeBundleDir(undo) : null;
  const template = synthesizeTemplate(options, bundleDir);
  const launch = options.launch?.name ?? campaign.example;
  const noteCall = callJournal(process.env[CALL_JOURNAL], {
    ...(options.launch ?? exampleLaunch()),
    restoredTables: options.restored?.restoredTables,
  });
  const kept = options.dataDir
    ? openKeptData(options.dataDir, { launch, template, clock, onDiskError: options.onDiskError })
    : null;
  undo.push(() => kept?.close());
  return {
    options,
    clock,
    agenda: agenda(),
    access: accessControl((call) => {
      noteCall?.(call);
      options.onCall?.(call);
    }, options.faults),
    credentials: outsideCredentials(process.env, outside) ?? newCredentials(),
    pageKey: options.pageKey ?? newPageKey(options.dataDir),
    journal: events,
    functions: functionRegistry(events.failed),
    template,
    bundleDir,
    kept,
    outside,
    undo,
  };
}

async function makeBundleDir(undo: Site['undo']): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'crier-bundles-'));
  undo.push(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

function synthesizeTemplate({ launch, restored }: CloudOptions, bundleDir: string | null): Template {
  const stacks = synthesize({
    ...(launch && { launchName: launch.name, sender: launch.sender }),
    ...(launch?.linkDomains && { linkDomains: launch.linkDomains }),
    ...(restored && { restored }),
    ...(bundleDir && { bundleInto: bundleDir }),
  });
  const template = readTemplate(stacks);
  checkTypes(template);
  return template;
}
