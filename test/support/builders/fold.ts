import { FACT_KINDS, type Fact, type FactKind } from '../../../functions/domain/send/fact.ts';
import { foldStatus } from '../../../functions/domain/send/status.ts';

/** The design's sentence on ranks, weakest first; those in one place are equal. */
const ORDER: readonly (readonly FactKind[])[] = [
  ['skipped'],
  ['unknown'],
  ['failed'],
  ['sent', 'send'],
  ['delayed', 'soft-bounced'],
  ['delivered'],
  ['bounced', 'rejected'],
  ['complained'],
];
const STATUSES = ['skipped', 'unknown', 'failed', 'sent', 'delayed', 'delivered', 'bounced', 'complained'];
const TAKEN = 3;

/** What the design says of these facts, all attempts being closed. */
function designStatus(facts: readonly { kind: FactKind; attempt: number }[]): string {
  const of = (attempt: number) =>
    Math.max(-1, ...facts.filter((one) => one.attempt === attempt).map(({ kind }) => placeOf(kind)));
  const attempts = [2, 1].map(of).filter((place) => place >= 0);
  if (attempts.length === 0) return 'waiting';
  const has = (status: string) => attempts.some((place) => STATUSES[place] === status);
  if (has('complained')) return 'complained';
  if (has('delivered')) return 'delivered';
  const taken = attempts.find((place) => place >= TAKEN);
  if (taken !== undefined) return STATUSES[taken]!;
  return has('unknown') ? 'unknown' : STATUSES[attempts[0]!]!;
}

function placeOf(kind: FactKind): number {
  return ORDER.findIndex((kinds) => kinds.includes(kind));
}

/** Every fact of one or two attempts. */
const ALL: readonly Fact[] = [1, 2].flatMap((attempt) =>
  FACT_KINDS.map((kind) => ({ runId: 'r', filerId: 'f', attempt, kind, at: '2018-07-24T13:00:00Z' })),
);

/** Folds every sequence of facts up to a length: so every multiset in every order. @returns how many, and what differs. */
export function explore(length: number): { sequences: number; wrong: string[] } {
  const wrong: string[] = [];
  let sequences = 0;
  const chosen: Fact[] = [];
  function go(): void {
    sequences++;
    if (foldStatus(chosen).status !== designStatus(chosen) && wrong.length < 10)
      wrong.push(chosen.map(({ kind, attempt }) => `${attempt} ${kind}`).join(', '));
    if (chosen.length === length) return;
    for (const fact of ALL) {
      chosen.push(fact);
      go();
      chosen.pop();
    }
  }
  go();
  return { sequences, wrong };
}
