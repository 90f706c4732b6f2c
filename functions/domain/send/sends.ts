import type { Fact } from './fact.ts';
import { foldStatus, type Send } from './status.ts';

/** The facts of one filer in one run, whole. */
export interface FactGroup {
  readonly filerId: string;
  readonly facts: readonly Fact[];
}

/** Groups facts that come filer by filer, as the log is read. */
export async function* byFiler(facts: AsyncIterable<Fact>): AsyncIterable<FactGroup> {
  let group: Fact[] = [];
  for await (const fact of facts) {
    if (group[0] && group[0].filerId !== fact.filerId) {
      yield { filerId: group[0].filerId, facts: group };
      group = [];
    }
    group.push(fact);
  }
  if (group[0]) yield { filerId: group[0].filerId, facts: group };
}

/**
 * A run's sends, folded filer by filer while its log is read.
 * @param facts The run's, filer by filer.
 * @param retried The latest attempt of filers who are tried again. @default none
 */
export async function* sendsOf(
  facts: AsyncIterable<Fact>,
  retried: ReadonlyMap<string, number> = new Map(),
): AsyncIterable<FactGroup & { send: Send }> {
  for await (const group of byFiler(facts))
    yield { ...group, send: foldStatus(group.facts, retried.get(group.filerId)) };
}
