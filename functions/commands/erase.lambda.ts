import * as z from 'zod';
import { pick } from '../aws/pick.ts';
import { type CommandAnswer, type EraseCommand, eraseAgainSchema, eraseSchema } from '../domain/command.ts';
import type { Erasure } from '../domain/erasure.ts';
import { counted } from '../lib/count.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create, Invocation } from '../lib/runtime.ts';
import { requestErasure } from './erase.ts';
import { eraseAgain } from './erase-again.ts';
import { eraseFiler } from './erase-filer.ts';
import { ERASE_SERVICES, type EraseServices } from './erase-services.ts';
import { keepUp } from './keep-up.ts';

const eventSchema = z.discriminatedUnion('act', [eraseSchema, eraseAgainSchema]);
/** With less time than this left, no further erasure is started. */
const MARGIN_MILLISECONDS = 60_000;

/** The ids that one call erased; `busy`: another call was at work, and this one did nothing. */
interface ErasedAnswer {
  readonly erased: readonly string[];
  readonly busy?: true;
}

/**
 * Erases a person permanently; or resumes recorded erasures, repeats them after a restore, and ends what has been kept
 * long enough.
 */
export const create: Create<unknown, CommandAnswer | ErasedAnswer> = (runtime) => {
  const services = pick(runtime, ERASE_SERVICES);
  return async (event, invocation) => {
    const command = eventSchema.parse(event);
    if (command.act === 'erase') return erase(command, { services, invocation });
    const hasTime = () => invocation.getRemainingTimeInMillis() > MARGIN_MILLISECONDS;
    const again = async () => {
      const erased = await eraseAgain(services, hasTime);
      if (hasTime()) await keepUp(services, invocation.awsRequestId);
      return erased;
    };
    const erased = await alone(again, { services, invocation });
    return erased ? { erased } : { erased: [], busy: true };
  };
};

interface Call {
  readonly services: EraseServices;
  readonly invocation: Invocation;
}

async function erase(
  { confirm: _, ...command }: EraseCommand & { confirm: string },
  { services, invocation }: Call,
): Promise<CommandAnswer> {
  const context = { services, requestId: invocation.awsRequestId };
  const { message, ...requested } = await requestErasure(command, context);
  if (!requested.done) return { ...requested, words: message };
  const recorded = (await services.erasures.find(command.filerId))!;
  const erasure = await alone(() => eraseFiler(recorded, services), { services, invocation });
  return { ...requested, words: erasure?.finishedAt ? erasedMessage(erasure) : WAITS };
}

/** Works while no other call does, until this one's end at the latest. @returns `null` if another call works. */
async function alone<Result>(
  work: () => Promise<Result>,
  { services, invocation }: Call,
): Promise<Result | null> {
  const { clock, eraseLocks, log } = services;
  const { awsRequestId } = invocation;
  const until = clock.now().epochMilliseconds + invocation.getRemainingTimeInMillis();
  if (!(await eraseLocks.work.take(awsRequestId, until))) {
    log.info('erase-busy');
    return null;
  }
  try {
    return await work();
  } finally {
    await eraseLocks.work.giveBack(awsRequestId);
  }
}

const WAITS =
  'The erasure is recorded. It has to wait for a run or another erasure, and will continue automatically within the hour.';

function erasedMessage({ counts: { versions, runs, files } }: Erasure): string {
  return (
    `Erased from ${counted(versions, 'roster version')} and ${counted(runs, 'run')}; their counts stay. ` +
    `${counted(files, 'file')} (uploads, reports and exports) that might name this person ` +
    `${files === 1 ? 'was' : 'were'} deleted. If a later roster names them, they will be added again.`
  );
}

/** What Lambda calls. */
export const handler = lambda(create);
