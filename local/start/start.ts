import { once } from 'node:events';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { launchStore } from '../../functions/aws/plans.ts';
import { rosterStore } from '../../functions/aws/rosters.ts';
import { machineClock } from '../../functions/lib/shared-clock.ts';
import { EXAMPLE } from '../../infra/settings.ts';
import { keepClock, keptClock } from '../cloud/clock/kept.ts';
import { movableClock } from '../cloud/clock/movable.ts';
import type { Cloud } from '../cloud/cloud.ts';
import type { Service } from '../cloud/endpoints.ts';
import { deleteData } from '../cloud/persistence/data-folder.ts';
import { runCommand, UserError } from '../lib/user-error.ts';
import { EXAMPLE_ZONE, START_USAGE, startArguments } from './arguments.ts';
import { clockDesk } from './clock-desk.ts';
import { startClockServer } from './clock-server.ts';
import { EXAMPLE_BEGINS, EXAMPLE_UPDATES, uploadExample } from './example.ts';
import { findRunning, forgetRunning, noteRunning } from './running.ts';
import { failureLine, type InForce, isRoutine, logLine, noticeLine, welcome } from './words.ts';

/** The same at every start, unless something else has them. */
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
};

/** Where each launch's data are kept unless another place is named. */
const DATA = join(import.meta.dirname, '../../data');

/** Runs the embedded cloud by the machine's clock until somebody ends it. */
async function start(): Promise<void> {
  const given = startArguments(process.argv.slice(2));
  if (given === 'help') return say(START_USAGE);
  const other = findRunning();
  if (other) {
    throw new UserError(`Cannot start because Crier runs already, as process ${other.pid}`, [
      `Its inbox is at ${other.endpoints.SES}/inbox; end it with Ctrl-C in its terminal`,
    ]);
  }
  const { at, launch, live, fresh } = given;
  const dataDir = given.dataDir ?? join(DATA, launch?.name ?? EXAMPLE.name);
  if (fresh) deleteData(dataDir, say);
  const isExample = !launch && !at && !live && !keptClock(dataDir);
  const from = live ? undefined : startOf(isExample ? EXAMPLE_BEGINS : at, dataDir);
  const zone = launch?.zone ?? EXAMPLE_ZONE;
  // Loaded late: whoever asks for help or made a mistake needn't wait for it.
  const { startCloud } = await import('../cloud/cloud.ts');
  const clockServer = from ? await startClockServer({ port: PORTS.CLOCK }) : null;
  const cloud = await startCloud({
    clock: from ? movableClock(from) : machineClock,
    ...(clockServer && { places: { clock: `${clockServer.url}/clock` } }),
    ports: PORTS,
    keepOutside: true,
    ses: { zone },
    ...(launch && { launch }),
    dataDir,
    onLog: (line) => {
      if (!isRoutine(line)) say(logLine(line, zone));
    },
    onNotice: (text) => say(noticeLine(text)),
    onFailure: (failure) => say(failureLine(failure, zone)),
  }).catch(async (error) => {
    await clockServer?.close();
    throw error;
  });
  const name = String(cloud.env.CRIER_LAUNCH);
  noteRunning(cloud, name);
  const inForce = await begin(cloud, { isExample }).catch(async (error) => {
    forgetRunning();
    await Promise.all([clockServer?.close(), cloud.stop()]);
    throw error;
  });
  clockServer?.serve(clockDesk(cloud, { zone, ...(!launch && { updates: EXAMPLE_UPDATES }) }), {
    console: cloud.console,
    inbox: `${cloud.endpoints.SES}/inbox`,
  });
  const letGo = keepClock(dataDir, cloud.clock);
  say(
    welcome(cloud, {
      launch: name,
      clock: clockServer && `${clockServer.url}/clock`,
      isFirst: isExample,
      inForce,
      dataDir,
      planFile: launch?.file,
      zone,
    }),
  );
  const ended = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  await ended;
  // A second Ctrl-C doesn't wait.
  process.once('SIGINT', () => process.exit(130));
  say('\nEnding …');
  forgetRunning();
  letGo();
  await clockServer?.close();
  await cloud.stop();
  process.exit(0);
}

/** Uploads the example where it begins. @returns what is in force: by an upload of now, or of an earlier start. */
async function begin(cloud: Cloud, { isExample }: { isExample: boolean }): Promise<InForce> {
  if (isExample) await uploadExample(cloud);
  const [plan, roster] = await Promise.all([
    launchStore(cloud.env).currentPlan(),
    rosterStore(cloud).activeVersion(),
  ]);
  return { plan: plan !== null, roster: roster !== null };
}

/**
 * From when the clock goes: where it was left, unless another time is named. Time never goes back.
 * @returns `undefined` for today's.
 */
function startOf(at: Temporal.Instant | undefined, dataDir: string): Temporal.Instant | undefined {
  const kept = keptClock(dataDir);
  if (!kept) return at;
  if (!at) return kept.isShifted ? kept.at : undefined;
  if (Temporal.Instant.compare(at, kept.at) >= 0) return at;
  throw new UserError(`Cannot start at ${at} because the data in ${dataDir} have come to ${kept.at}`, [
    'Leave --at out to go on from there, or add --fresh to delete the data and start over',
  ]);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await runCommand(start);
