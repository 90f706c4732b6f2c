import { Temporal } from 'temporal-polyfill';
import type { Services } from '../aws/pick.ts';
import type { RosterStore } from '../aws/rosters.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { stateOf } from '../domain/filer/rules.ts';
import type { State } from '../domain/filer/state.ts';
import { pivotDate } from '../domain/plan/phases.ts';
import type { Run } from '../domain/run/run.ts';
import type { Fact } from '../domain/send/fact.ts';
import { meaningOf, type SendStatus } from '../domain/send/status.ts';
import type { FilerSend } from './filer-send.ts';

/** One filer's send in one run, folded, with who that is. Holds names and addresses: only for people to see. */
export interface SendLine {
  readonly runId: string;
  readonly phaseId: string;
  readonly filerId: string;
  /** As the run's roster says; `null` when that version is deleted. */
  readonly filer: Filer | null;
  readonly status: SendStatus;
  readonly attempt: number;
  /** The filer's state when the audience was decided. */
  readonly state: State | null;
  /** Instant of the fact that decided; `null` while waiting. */
  readonly at: string | null;
  readonly reason: string | null;
  /** What the status says to ops, as a sentence. */
  readonly meaning: string;
  /** When a person allowed emails to the address again, which this send had stopped. Instant, ISO 8601 in UTC. @default not looked up, or they were never allowed again */
  readonly liftedAt?: string;
  /** A call, another address or the filer's state has settled that emails to the address stopped. @default not looked up, or nothing has */
  readonly isSettled?: boolean;
  /** Every fact, oldest first. */
  readonly facts: readonly Fact[];
  /** The subject of the email. May name the filer. @default not made again, or there is no email */
  readonly subject?: string;
}

/** What joining sends with filers needs. */
export interface LineServices extends Pick<Services, 'planOf'> {
  readonly roster: Pick<RosterStore, 'filersById'>;
}

/** Joins sends of one run with who they went to. */
export async function linesOf(
  sends: readonly FilerSend[],
  { run, services }: { run: Run; services: LineServices },
): Promise<SendLine[]> {
  if (sends.length === 0) return [];
  const ids = sends.map(({ filerId }) => filerId);
  const filers = await services.roster.filersById(run.rosterVersion, ids);
  const isStateMissing = sends.some(({ state }) => state === null);
  const pivot = isStateMissing ? pivotDate(await services.planOf(run)) : null;
  return sends.map((one) => {
    const filer = filers.get(one.filerId) ?? null;
    const state = one.state ?? (filer && stateOf(filer, pivot).state);
    return lineOf(one, { run, filer, state: state as State | null });
  });
}

function lineOf(
  { filerId, send, facts }: FilerSend,
  { run, filer, state }: { run: Run; filer: Filer | null; state: State | null },
): SendLine {
  const { runId, phaseId } = run;
  const { status, attempt, fact } = send;
  return {
    runId,
    phaseId,
    filerId,
    filer,
    status,
    attempt,
    state,
    at: fact?.at ?? null,
    reason: fact?.reason ?? null,
    meaning: meaningOf(send),
    facts: oldestFirst(facts),
  };
}

/** Facts in the order of their instants. */
export function oldestFirst(facts: readonly Fact[]): Fact[] {
  return facts.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at));
}

/** Which sends of some filers are asked for; what is left out doesn't matter. */
export interface SendFilter {
  readonly runId?: string | undefined;
  readonly status?: SendStatus | undefined;
  /** The filer's state when the audience was decided. */
  readonly state?: State | undefined;
}

/** Whether a send fits a filter: pages and exports ask here alike. */
export function fitsFilter(line: SendLine, { runId, status, state }: SendFilter): boolean {
  return (
    (runId === undefined || line.runId === runId) &&
    (status === undefined || line.status === status) &&
    (state === undefined || line.state === state)
  );
}

/** Whether an outcome stopped emails to its address. That Amazon SES found malware in an email stops none. */
export function stopsEmails({ status, reason }: Pick<SendLine, 'status' | 'reason'>): boolean {
  return status === 'complained' || (status === 'bounced' && reason !== 'Reject');
}
