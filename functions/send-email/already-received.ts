import type { SendLogStore } from '../aws/send-log.ts';
import type { Run } from '../domain/run/run.ts';
import { FACTS } from '../domain/send/status.ts';

/** Whether a filer had, or may have had, the email of a run from a cancelled one before it. */
export type ReadHadBefore = (run: Pick<Run, 'after'>, filerId: string) => Promise<boolean>;

/** The earlier runs are settled before the later one starts, so what their log says only gets more certain. */
export function hadBeforeReader(sendLog: Pick<SendLogStore, 'factsOf'>): ReadHadBefore {
  return async ({ after = [] }, filerId) => {
    const facts = await Promise.all(after.map((runId) => sendLog.factsOf(runId, filerId)));
    return facts.flat().some(({ kind }) => FACTS[kind].proof || kind === 'unknown');
  };
}
