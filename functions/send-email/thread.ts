import type { RunStore } from '../aws/runs.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { Mailer } from '../aws/ses.ts';
import { kindOf } from '../domain/plan/kinds.ts';
import type { Run } from '../domain/run/run.ts';
import { FACTS } from '../domain/send/status.ts';
import { sesMessageId } from '../email/mime.ts';

/** The Message-ID that a filer's email of a run threads under; `undefined` when it begins a thread of its own. */
export type ReadThread = (run: Run, filerId: string) => Promise<string | undefined>;

/** A launch has a few runs that start threads, and one more run for each that was canceled. */
const MAX_STARTS = 20;

/** Reads threads: a kind that continues one threads under the first email of a kind that starts it, if SES took it. */
export function threadReader(services: {
  runs: Pick<RunStore, 'runs'>;
  sendLog: Pick<SendLogStore, 'factsOf'>;
  mailer: Pick<Mailer, 'region'>;
}): ReadThread {
  const startsOf = new Map<string, Promise<readonly Run[]>>();

  // They are long past when a thread is continued: one read for each run is enough.
  function starts({ runId }: Run): Promise<readonly Run[]> {
    const known = startsOf.get(runId) ?? services.runs.runs().then(earliestStarts);
    startsOf.set(runId, known);
    known.catch(() => startsOf.delete(runId));
    return known;
  }

  return async (run, filerId) => {
    if (kindOf(run.kind).thread !== 'continues') return undefined;
    for (const start of await starts(run)) {
      const facts = await services.sendLog.factsOf(start.runId, filerId);
      const taken = facts.find(({ kind, messageId }) => FACTS[kind].proof && messageId);
      if (taken?.messageId) return sesMessageId(taken.messageId, await services.mailer.region());
    }
    return undefined;
  };
}

function earliestStarts(runs: readonly Run[]): readonly Run[] {
  return runs
    .filter(({ kind }) => kindOf(kind).thread === 'starts')
    .sort((one, other) => one.scheduledFor.localeCompare(other.scheduledFor))
    .slice(0, MAX_STARTS);
}
