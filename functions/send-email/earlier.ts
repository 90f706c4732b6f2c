import type { RunStore } from '../aws/runs.ts';
import type { Attempt, EarlierSend, Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import type { EarlierEmail } from '../email/email-input.ts';

/** The earlier email that an attempt's email refers to; `undefined`: none, so that it explains everything. */
export type ReadEarlier = (attempt: Pick<Attempt, 'earlier'>) => Promise<EarlierEmail | undefined>;

/** Reads the runs of earlier emails, each once: what they froze never changes. */
export function earlierReader({ runs }: { runs: Pick<RunStore, 'run'> }): ReadEarlier {
  const known = new Map<string, Promise<Run | null>>();

  return async ({ earlier }) => {
    if (!earlier) return undefined;
    const { runId } = earlier;
    const reading = known.get(runId) ?? runs.run(runId);
    known.set(runId, reading);
    reading.catch(() => known.delete(runId));
    return earlierEmail(earlier, await reading);
  };
}

/** What a send's email referred to, by its facts: see `Attempt`. */
export function earlierOf(facts: readonly Fact[]): EarlierSend | undefined {
  return facts.find(({ earlier }) => earlier !== undefined)?.earlier as EarlierSend | undefined;
}

/** What an email needs to know about an earlier one. @param run That of the earlier one; without it, nothing is known. */
export function earlierEmail({ state }: EarlierSend, run: Run | null | undefined): EarlierEmail | undefined {
  return run ? { kind: run.kind, state, dates: run.dates } : undefined;
}
