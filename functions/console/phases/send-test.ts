import type { Temporal } from 'temporal-polyfill';
import { TESTS_A_MINUTE } from '../../aws/sessions.ts';
import type { CommandResult } from '../../domain/audit.ts';
import type { Person } from '../../domain/person.ts';
import { allowedRate, intervalMicroseconds } from '../../domain/run/rate.ts';
import type { Gate } from '../../domain/run/send-gate.ts';
import type { ConsoleServices } from '../services.ts';
import { composePreview, type PreviewBasis, type Recipient } from './preview-email.ts';

type TestServices = Pick<
  ConsoleServices,
  'auditLog' | 'clock' | 'gate' | 'log' | 'mailer' | 'quota' | 'sessions'
>;

/** In the gate's message: no run has this name, so only a hold of everything stops it. */
const TEST = 'test';
/** A test waits for its slot no longer than this. */
const PATIENCE_MILLISECONDS = 5_000;

/**
 * Sends one email to the person who asks for it, at the address that the provider has verified, within the rate of all. It
 * belongs to no run, is in no send log, and is recorded as an act.
 */
export async function sendTest(
  recipient: Recipient,
  {
    basis,
    person,
    services,
    requestId,
    requestedAt,
  }: {
    basis: PreviewBasis;
    person: Person;
    services: TestServices;
    requestId: string;
    /** By the machine's clock: a rehearsal's jumps would give everybody more tests, or none. */
    requestedAt: Temporal.Instant;
  },
): Promise<CommandResult> {
  const { auditLog, clock, log, sessions } = services;
  if (!person.email) return refuse('no-address', services);
  if ((await services.gate.read()).holds.has('all')) return refuse('held', services);
  if (!(await sessions.countTest(person.id, requestedAt))) return refuse('too-many', services);
  const { raw } = await composePreview(recipient, basis, person.email);
  const { phase, plan } = basis;
  await auditLog.put({
    at: clock.now().toString(),
    requestId,
    act: {
      act: 'test',
      phaseId: phase.id,
      ...(!recipient.isSample && { filerId: recipient.filer.filerId }),
      by: person.id,
      why: 'to look at the email',
    },
    before: [],
    after: [recipient.state.state],
  });
  const slot = await takeSlot(await services.gate.read(), { plan, services });
  if (slot !== null) return refuse(slot, services);
  const answer = await services.mailer.send({ from: plan.court.sender.address, to: person.email, raw });
  log.info('test-sent', { phase: phase.id, outcome: answer.outcome });
  if (answer.outcome === 'sent') {
    return { done: true, message: `It is on its way to your own address. Its subject begins with [TEST].` };
  }
  const reason = 'reason' in answer ? answer.reason : answer.outcome;
  return { done: false, reason, message: `The email service did not take it: ${reason}.` };
}

/** @returns why there is none; `null` when its moment has come */
async function takeSlot(
  gate: Gate,
  { plan, services }: { plan: PreviewBasis['plan']; services: TestServices },
): Promise<'held' | 'busy' | null> {
  const { clock } = services;
  const now = clock.now().epochMilliseconds;
  const { maxSendRate } = await services.quota();
  const rate = allowedRate(gate, { maxSendRate, accountShare: plan.sending.accountShare, now });
  const interval = intervalMicroseconds(rate);
  const share = {
    count: 1,
    intervalMicroseconds: interval,
    earliest: now,
    latest: now + PATIENCE_MILLISECONDS,
  };
  const answer = await services.gate.reserve(TEST, share);
  if (!answer.slots) return answer.reason === 'ahead' ? 'busy' : 'held';
  const wait = answer.firstSlot / 1000 - clock.now().epochMilliseconds;
  if (wait > 0) await clock.sleep(wait);
  return null;
}

const REFUSALS = {
  'no-address':
    'Your account has no address that the sign-in service has verified. Ask the administrator to add it, then sign in again.',
  held: 'Everything is held: no email goes out, not even a test.',
  'too-many': `At most ${TESTS_A_MINUTE} tests a minute. Try again in a minute.`,
  busy: 'So many emails are going out that there is no room at this moment. Try again in a minute.',
} as const;

function refuse(reason: keyof typeof REFUSALS, { log }: Pick<TestServices, 'log'>): CommandResult {
  log.info('test-refused', { reason });
  return { done: false, reason, message: REFUSALS[reason] };
}
