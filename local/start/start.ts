import { once } from 'node:events';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import { EXAMPLE_FOLDER, examplePlan } from '../../examples/example.ts';
import { planStore } from '../../functions/aws/plans.ts';
import { rosterStore } from '../../functions/aws/rosters.ts';
import { machineClock } from '../../functions/lib/clock.ts';
import { keepClock, keptClock } from '../cloud/clock/kept.ts';
import { movableClock } from '../cloud/clock/movable.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Service } from '../cloud/endpoints.ts';
import { deleteData } from '../cloud/persistence/data-folder.ts';
import { fileError } from '../lib/file-error.ts';
import { hintsFor } from '../lib/hints.ts';
import { buildLaunchTemplates } from '../lib/launch-templates.ts';
import { newPageKey, type PageKey } from '../lib/page-key.ts';
import { runCommand, showError } from '../lib/run-command.ts';
import { UserError } from '../lib/user-error.ts';
import { START_USAGE, type StartArguments, startArguments } from './arguments.ts';
import { clockControl } from './clock-control.ts';
import { type ClockServer, startClockServer } from './clock-server.ts';
import { EXAMPLE_UPDATES, exampleBegins, uploadExample } from './example.ts';
import { type ActiveInputs, failureLine, isRoutine, logLine, noticeLine, welcome } from './messages.ts';
import { findRunning, forgetRunning, noteRunning } from './running.ts';

/** The same at every start; one that is taken is replaced by a free one. */
const PORTS: Readonly<Record<Service | 'CONSOLE' | 'OPENID' | 'CLOCK', number>> = {
  SES: 4720,
  S3: 4721,
  SQS: 4721,
  DYNAMODB: 4722,
  EVENTBRIDGE: 4723,
  SCHEDULER: 4724,
  LAMBDA: 4725,
  CONSOLE: 4726,
  OPENID: 4727,
  CLOCK: 4728,
  COGNITO_IDENTITY_PROVIDER: 4729,
};

/** Where each launch's data are kept unless another place is named. */
const DATA = join(import.meta.dirname, '../../data');

/** How a cloud is started, as the arguments and the data of earlier runs say. */
interface Settings {
  readonly launch: StartArguments['launch'];
  readonly dataDir: string;
  /** Whether the example begins here. */
  readonly isExample: boolean;
  /** When a clock that can be moved starts; `undefined` for the machine's clock. */
  readonly from: Temporal.Instant | undefined;
  readonly zone: string;
}

/** Shows the error and ends the process at once: the data folder survives a kill. */
function endAtOnce(error: unknown): never {
  showError(fileError(error) ?? error);
  process.exit(1);
}

/** Runs the embedded cloud until a person ends it. */
async function start(): Promise<void> {
  process.on('uncaughtException', endAtOnce);
  const given = startArguments(process.argv.slice(2));
  if (given === 'help') return say(START_USAGE);
  const dataDir = given.dataDir ?? join(DATA, given.launch?.name ?? campaign.example);
  refuseSecond(dataDir);
  const planFile = given.launch ? (given.launch.file ?? null) : join(EXAMPLE_FOLDER, 'launch.json');
  await buildLaunchTemplates(planFile, {
    verb: 'start',
    linkDomains: (given.launch ?? examplePlan()).linkDomains,
  });
  const settings = settingsOf(given, dataDir);
  const undo: (() => unknown)[] = [];
  const end = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    say(hintsFor(await run(settings, undo), { data: given.dataDir }));
  } catch (error) {
    await end();
    throw error;
  }
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  // A second Ctrl-C doesn't wait.
  process.once('SIGINT', () => process.exit(130));
  say('\nEnding …');
  await end();
  process.exit(0);
}

/** @throws UserError if a cloud already uses this data folder. The folder's lock is what keeps a second one out. */
function refuseSecond(dataDir: string): void {
  const other = findRunning(dataDir);
  if (!other) return;
  throw new UserError(
    `Cannot start because Crier is already running on ${dataDir}, as process ${other.pid}`,
    [
      `Open it: ${other.link}`,
      'Press Ctrl-C in its terminal to stop it, or name another folder with --data to run a second one',
    ],
  );
}

/** Deletes the data of earlier runs if asked to. @throws UserError when the data or the time can't be used. */
function settingsOf({ at, launch, live, fresh }: StartArguments, dataDir: string): Settings {
  if (fresh) deleteData(dataDir, say);
  const isExample = !launch && !at && !live && !keptClock(dataDir);
  const from = live ? undefined : startOf(isExample ? exampleBegins() : at, dataDir);
  return { launch, dataDir, isExample, from, zone: launch?.zone ?? examplePlan().court.zone };
}

/** Starts everything; `undo` gets what ends it, also when a step fails. @returns the welcome. */
async function run(settings: Settings, undo: (() => unknown)[]): Promise<string> {
  const { launch, dataDir, isExample, from, zone } = settings;
  const pageKey = newPageKey(dataDir);
  const clockServer = from ? await startClockServer({ pageKey, port: PORTS.CLOCK }) : null;
  undo.push(() => clockServer?.close());
  const cloud = await openCloud(settings, { pageKey, clockServer });
  undo.push(() => cloud.stop());
  const name = String(cloud.env.CRIER_LAUNCH);
  noteRunning(cloud, { launch: name, dataDir });
  undo.push(() => forgetRunning(dataDir));
  if (isExample) await uploadExample(cloud);
  const plans = planStore(cloud.env);
  const plan = async () => (await plans.current())?.plan ?? null;
  clockServer?.serve(clockControl(cloud, { zone, plan, ...(!launch && { updates: EXAMPLE_UPDATES }) }), {
    console: cloud.console,
    inbox: `${cloud.endpoints.SES}/inbox`,
  });
  undo.push(keepClock(dataDir, cloud.clock));
  return welcome(cloud, {
    launch: name,
    clock: clockServer && `${clockServer.url}/clock`,
    isFirst: isExample,
    active: await activeInputs(cloud),
    dataDir,
    planFile: launch ? (launch.file ?? null) : undefined,
    zone,
  });
}

async function openCloud(
  { launch, dataDir, from, zone }: Settings,
  { pageKey, clockServer }: { pageKey: PageKey; clockServer: ClockServer | null },
): Promise<Cloud> {
  // Loaded late: help and mistakes in the arguments needn't wait for it.
  const { startCloud } = await import('../cloud/cloud.ts');
  return startCloud({
    clock: from ? movableClock(from) : machineClock,
    ...(clockServer && { places: { clock: `${clockServer.url}/clock` } }),
    pageKey,
    ports: PORTS,
    keepOutside: true,
    ses: { zone },
    ...(launch && { launch }),
    dataDir,
    onDiskError: endAtOnce,
    onLog: (line) => {
      if (!isRoutine(line)) say(logLine(line, zone));
    },
    onNotice: (text) => say(noticeLine(text)),
    onFailure: (failure) => say(failureLine(failure, zone)),
  });
}

/** What is active, by an upload of now or of an earlier start. */
async function activeInputs(cloud: Cloud): Promise<ActiveInputs> {
  const [plan, roster] = await Promise.all([
    planStore(cloud.env).current(),
    rosterStore(cloud).activeVersion(),
  ]);
  return { plan: plan !== null, roster: roster !== null };
}

/**
 * When the clock starts: where it was left, unless another time is named. Time never goes back.
 * @returns `undefined` for the machine's clock.
 * @throws UserError when the data have come to a later time.
 */
function startOf(at: Temporal.Instant | undefined, dataDir: string): Temporal.Instant | undefined {
  const kept = keptClock(dataDir);
  if (!kept) return at;
  if (!at) return kept.isShifted ? kept.at : undefined;
  if (Temporal.Instant.compare(at, kept.at) >= 0) return at;
  throw new UserError(`Cannot start at ${at} because the data in ${dataDir} is already at ${kept.at}`, [
    'Leave out --at to continue from there, or add --fresh to delete the data and start over',
  ]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runCommand(start);
