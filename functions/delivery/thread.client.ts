import { sesMessageId } from '../emails/ses-message-id.ts';
import type { SendLogStore } from '../send-log/send-log.client.ts';
import { FACTS } from '../send-log/status.ts';
import type { RunStore } from './run.client.ts';
import type { Run } from './run.ts';
import type { Mailer } from './ses.client.ts';

/** The Message-ID that a filer's email of a run threads under; `undefined` when it begins a thread of its own. */
export type ReadThread = (run: Run, filerId: string) => Promise<string | undefined>;

/** Follow-ups thread under the first notice, where SES took it. */
export function threadReader(services: {
  runs: Pick<RunStore, 'runs'>;
  sendLog: Pick<SendLogStore, 'factsOf'>;
  mailer: Pick<Mailer, 'region'>;
}): ReadThread {
  const firstNotices = new Map<string, Promise<Run | undefined>>();

  // The first notice is long past when a follow-up is sent: one look for each run is enough.
  function firstNotice({ runId }: Run): Promise<Run | undefined> {
    const known = firstNotices.get(runId) ?? services.runs.runs().then(earliestNotice);
    firstNotices.set(runId, known);
    known.catch(() => firstNotices.delete(runId));
    return known;
  }

  return async (run, filerId) => {
    if (run.kind !== 'follow-up') return undefined;
    const notice = await firstNotice(run);
    if (!notice) return undefined;
    const facts = await services.sendLog.factsOf(notice.runId, filerId);
    const taken = facts.find(({ kind, messageId }) => FACTS[kind].proof && messageId);
    return taken?.messageId && sesMessageId(taken.messageId, await services.mailer.region());
  };
}

function earliestNotice(runs: readonly Run[]): Run | undefined {
  return runs
    .filter(({ kind }) => kind === 'notice')
    .sort((one, other) => one.scheduledFor.localeCompare(other.scheduledFor))[0];
}
