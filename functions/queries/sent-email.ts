import { Temporal } from 'temporal-polyfill';
import type { Services } from '../aws/pick.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import type { Run } from '../domain/run/run.ts';
import type { EmailInput } from '../email/email-input.ts';
import { subjectOf } from '../email/letter.ts';
import { type AnnouncedServices, announcedTo } from '../send-email/announced.ts';
import { earlierEmail, earlierOf } from '../send-email/earlier.ts';
import type { SendLine } from './send-line.ts';

/** What an email is made from again. */
export type SentEmailServices = Pick<Services, keyof AnnouncedServices>;

/** What a send's email was made from, as its run froze it, except for the address. @param runs All that it may refer to */
export async function sentEmailInput(
  { filerId, filer, facts }: Pick<SendLine, 'filerId' | 'facts'> & { readonly filer: Filer },
  { run, runs, services }: { run: Run; runs: readonly Run[]; services: SentEmailServices },
): Promise<Omit<EmailInput, 'to'>> {
  const sent = earlierOf(facts);
  const earlierRun = runs.find(({ runId }) => runId === sent?.runId);
  const earlier = sent && earlierEmail(sent, earlierRun);
  const plan = await services.planOf(run);
  const sentAt = facts.findLast(({ kind }) => kind === 'sent' || kind === 'send')?.at ?? run.decidedAt;
  return {
    plan,
    kind: run.kind,
    phase: { id: run.phaseId, number: run.number, of: run.of },
    filer,
    state: stateOf(filer, pivotDate(plan)),
    at: Temporal.Instant.from(sentAt),
    ...(earlier && { earlier }),
    ...(await announcedTo(run, filerId, services)),
  };
}

/**
 * Adds to sends the subjects of their emails. They are made again, like the emails: a subject may name the filer, so the
 * log doesn't keep it. Filers who were skipped have none.
 */
export async function withSubjects(
  lines: readonly SendLine[],
  { runs, services }: { runs: readonly Run[]; services: SentEmailServices },
): Promise<SendLine[]> {
  const byId = new Map(runs.map((run) => [run.runId, run]));
  const added = lines.map(async (line): Promise<SendLine> => {
    const { filer, status, runId } = line;
    const run = byId.get(runId);
    if (!run || !filer || status === 'skipped') return line;
    const input = await sentEmailInput({ ...line, filer }, { run, runs, services });
    return { ...line, subject: subjectOf({ ...input, to: '' }) };
  });
  return Promise.all(added);
}
