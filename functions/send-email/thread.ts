import type { RunStore } from '../aws/runs.ts';
import type { SendLogStore } from '../aws/send-log.ts';
import type { Mailer } from '../aws/ses.ts';
import type { Run } from '../domain/run/run.ts';
import { FACTS } from '../domain/send/status.ts';
import { sesMessageId } from '../email/mime.ts';

/** The Message-ID that a filer's email of a run threads under; `undefined` when it begins a thread of its own. */
export type ReadThread = (run: Run, filerId: string) => Promise<string | undefined>;

/** A launch has a few notices, and one more run for each that was cancelled. */
const MAX_NOTICES = 20;

/** Reads threads: follow-ups thread under the filer's first notice that SES took. */
export function threadReader(services: {
  runs: Pick<RunStore, 'runs'>;
  sendLog: Pick<SendLogStore, 'factsOf'>;
  mailer: Pick<Mailer, 'region'>;
}): ReadThread {
  const noticesOf = new Map<string, Promise<readonly Run[]>>();

  // Notices are long past when a follow-up is sent: one read for each run is enough.
  function notices({ runId }: Run): Promise<readonly Run[]> {
    const known = noticesOf.get(runId) ?? services.runs.runs().then(earliestNotices);
    noticesOf.set(runId, known);
    known.catch(() => noticesOf.delete(runId));
    return known;
  }

  return async (run, filerId) => {
    if (run.kind !== 'follow-up') return undefined;
    for (const notice of await notices(run)) {
      const facts = await services.sendLog.factsOf(notice.runId, filerId);
      const taken = facts.find(({ kind, messageId }) => FACTS[kind].proof && messageId);
      if (taken?.messageId) return sesMessageId(taken.messageId, await services.mailer.region());
    }
    return undefined;
  };
}

function earliestNotices(runs: readonly Run[]): readonly Run[] {
  return runs
    .filter(({ kind }) => kind === 'notice')
    .sort((one, other) => one.scheduledFor.localeCompare(other.scheduledFor))
    .slice(0, MAX_NOTICES);
}
