import type { PhaseSize } from '../../bench/scale/world.ts';
import { FEEDBACK_BATCHES } from '../../infra/stages/record-feedback.ts';

/** Emails a second that SES takes: what it gives a new account, and what it gives on request. */
export const RATES = [14, 200, 500, 1000];

/** Courts with a filing system of their own. */
export const COURTS = 208;

/** Whom one phase may be for. A court has 1,500 to 60,000 filers; 15,000 is a common size. */
export const AUDIENCES = [
  { who: 'a small court', filers: 1500 },
  { who: 'a common court', filers: 15_000 },
  { who: 'the largest court', filers: 60_000 },
  { who: 'a circuit of 16 common courts', filers: 16 * 15_000 },
  { who: `all ${COURTS} courts`, filers: COURTS * 15_000 },
  { who: 'all PACER users', filers: 3_000_000 },
];

/** The settings' advice: a sender for each 300 emails a second, and Lambda's least is two. */
export function sendersFor(rate: number): number {
  return Math.max(2, Math.ceil(rate / 300));
}

/** A phase of one court at one rate, with senders as the settings advise. */
export function phaseAt(filers: number, maxSendRate: number): PhaseSize {
  return { filers, maxSendRate, senders: sendersFor(maxSendRate), feedback: FEEDBACK_BATCHES };
}

/** A small court at every rate, and a common one at the highest. */
export const PHASES: readonly PhaseSize[] = [
  ...RATES.map((rate) => phaseAt(1500, rate)),
  phaseAt(15_000, RATES.at(-1)!),
];

/** Audiences that start-phase queues, and nothing is sent of. */
export const STARTS: readonly PhaseSize[] = [phaseAt(60_000, 1000), phaseAt(240_000, 1000)];

/** Lambda's default for feedback, a call for at most ten events and no window, where events come one by one. */
export const SMALL_BATCHES: PhaseSize = {
  ...phaseAt(500, 14),
  feedback: { batchSize: 10, windowSeconds: 0, consumers: 5 },
};
