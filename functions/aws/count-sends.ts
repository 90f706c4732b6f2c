import { type SendCounts, sendCounter } from '../domain/send/counts.ts';
import type { Fact } from '../domain/send/fact.ts';
import { foldStatus, type Send } from '../domain/send/status.ts';
import type { SendLogStore } from './send-log.ts';

/** Counts a run's sends by status, folded from the log. Filers without any fact aren't in the log. */
export async function countSends(runId: string, log: Pick<SendLogStore, 'facts'>): Promise<SendCounts> {
  const counter = sendCounter();
  for await (const { send } of sendsOf(runId, log)) counter.add(send);
  return counter.counts();
}

/** A run's sends, folded filer by filer while the log is read. */
export async function* sendsOf(
  runId: string,
  log: Pick<SendLogStore, 'facts'>,
): AsyncIterable<{ filerId: string; send: Send; facts: readonly Fact[] }> {
  let facts: Fact[] = [];
  for await (const fact of log.facts(runId)) {
    if (facts[0] && facts[0].filerId !== fact.filerId) {
      yield { filerId: facts[0].filerId, send: foldStatus(facts), facts };
      facts = [];
    }
    facts.push(fact);
  }
  if (facts[0]) yield { filerId: facts[0].filerId, send: foldStatus(facts), facts };
}
