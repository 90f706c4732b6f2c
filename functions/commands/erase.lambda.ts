import * as z from 'zod';
import {
  auditLog,
  chunks,
  eraseAddress,
  eraseRow,
  eraseSends,
  erasures,
  events,
  pick,
  removeFiles,
  removeSearch,
  removeSearches,
  roster,
  runs,
  sendLog,
} from '../aws/services.ts';
import { type CommandAnswer, eraseAgainSchema, eraseSchema } from '../domain/audit.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create } from '../lib/runtime.ts';
import { requestErasure } from './erase.ts';
import { eraseAgain, eraseFiler } from './erase-filer.ts';

const PICKED = {
  auditLog,
  chunks,
  eraseAddress,
  eraseRow,
  eraseSends,
  erasures,
  events,
  removeFiles,
  removeSearches,
  removeSearch,
  roster,
  runs,
  sendLog,
};

const eventSchema = z.discriminatedUnion('act', [eraseSchema, eraseAgainSchema]);
/** With less time than this left, no further erasure is started. */
const MARGIN_MILLISECONDS = 60_000;

/** Erases a person permanently; or resumes recorded erasures, and repeats them after a restore. */
export const create: Create<unknown, CommandAnswer | { readonly erased: readonly string[] }> = (runtime) => {
  const services = pick(runtime, PICKED);
  return async (event, { awsRequestId: requestId, getRemainingTimeInMillis }) => {
    const command = eventSchema.parse(event);
    if (command.act === 'again') {
      const hasTime = () => getRemainingTimeInMillis() > MARGIN_MILLISECONDS;
      return { erased: await eraseAgain(services, hasTime) };
    }
    const { confirm: _, ...erase } = command;
    const { message, ...requested } = await requestErasure(erase, { services, requestId });
    if (!requested.done) return { ...requested, words: message };
    const recorded = (await services.erasures.find(erase.filerId))!;
    const { counts } = await eraseFiler(recorded, services);
    return { ...requested, words: erasedMessage(counts) };
  };
};

function erasedMessage({ versions, runs, files }: { versions: number; runs: number; files: number }): string {
  return (
    `Erased from ${versions} roster versions and ${runs} runs; their counts stay. ${files} uploads, reports and exports ` +
    'that might name this person were deleted. If a later roster names them, they will be added again.'
  );
}

/** What Lambda calls. */
export const handler = lambda(create);
