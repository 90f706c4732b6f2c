import type { Temporal } from 'temporal-polyfill';
import { TEST_TAGS } from '../../aws/ses.ts';
import { TESTS_A_MINUTE } from '../../aws/sessions.ts';
import { personActor } from '../../domain/actor.ts';
import type { CommandResult } from '../../domain/command.ts';
import type { Person } from '../../domain/person.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { allowedRate, intervalMicroseconds } from '../../domain/run/rate.ts';
import { TEST_RUN } from '../../domain/run/send-gate.ts';
import type { ConsoleServices } from '../services.ts';
import { composePreview, type PreviewBasis, type Recipient } from './preview-email.ts';

type TestServices = Pick<
  ConsoleServices,
  'auditLog' | 'clock' | 'gate' | 'log' | 'mailer' | 'quota' | 'sessions'
>;

/** A test waits for its slot no longer than this. */
const MAX_WAIT_MILLISECONDS = 5_000;

interface SendTestOptions {
  readonly basis: PreviewBasis;
  /** Who asks for it, and gets it. */
  readonly person: Person;
  readonly services: TestServices;
  readonly requestId: string;
  /** By the machine's clock: a rehearsal's jumps would allow more tests, or none. */
  readonly requestedAt: Temporal.Instant;
}

/**
 * Sends one email to the person who asks for it, at the address that the sign-in service has verified, within the rate
 * of all. It belongs to no run, is in no send log, and is recorded in the audit log. Its tag says that it is a test.
 */
export async function sendTest(recipient: Recipient, options: SendTestOptions): Promise<CommandResult> {
  const { basis, person, services } = options;
  const { plan } = basis;
  if (!person.email) return refuse('no-address', services);
  if ((await services.gate.read()).holds.has('all')) return refuse('held', services);
  if (!(await services.sessions.countTest(person.id, options.requestedAt)))
    return refuse('too-many', services);
  const { raw } = await composePreview(recipient, basis, person.email);
  await record(recipient, options);
  const refusal = await waitForSlot(plan, services);
  if (refusal) return refuse(refusal, services);
  const from = plan.court.sender.address;
  const answer = await services.mailer.send({ from, to: person.email, raw, tags: TEST_TAGS });
  services.log.info('test-sent', { phase: basis.phase.id, outcome: answer.outcome });
  if (answer.outcome === 'sent') {
    return {
      done: true,
      message: 'A test is on its way to your own address. Its subject begins with [TEST].',
    };
  }
  const reason = 'reason' in answer ? answer.reason : answer.outcome;
  return { done: false, reason, message: `The email service refused it: ${reason}.` };
}

async function record(
  { isSample, filer, state }: Recipient,
  { basis, person, services, requestId }: SendTestOptions,
): Promise<void> {
  await services.auditLog.put({
    at: services.clock.now().toString(),
    requestId,
    act: {
      act: 'test',
      phaseId: basis.phase.id,
      ...(!isSample && { filerId: filer.filerId }),
      by: personActor(person),
      why: 'to look at the email',
    },
    before: [],
    after: [state.state],
  });
}

/** Reserves a slot of the rate and waits for it. @returns why there is none; `null` when its moment has come */
async function waitForSlot(
  plan: Plan,
  { clock, gate, quota }: TestServices,
): Promise<'held' | 'busy' | null> {
  const now = clock.now().epochMilliseconds;
  const { accountShare } = plan.sending;
  const { maxSendRate } = await quota();
  const rate = allowedRate(await gate.read(), { maxSendRate, accountShare, now });
  const answer = await gate.reserve(TEST_RUN, {
    count: 1,
    intervalMicroseconds: intervalMicroseconds(rate),
    earliest: now,
    latest: now + MAX_WAIT_MILLISECONDS,
  });
  if (!answer.slots) return answer.reason === 'ahead' ? 'busy' : 'held';
  const wait = answer.firstSlot / 1000 - clock.now().epochMilliseconds;
  if (wait > 0) await clock.sleep(wait);
  return null;
}

const REFUSALS = {
  'no-address':
    'Your account has no address that the sign-in service has verified. ' +
    'Ask the administrator to add it, then sign in again.',
  held: 'All sending is paused, including tests.',
  'too-many': `You can send at most ${TESTS_A_MINUTE} tests a minute. Try again in a minute.`,
  busy: 'Crier is already sending at its full rate. Try again in a minute.',
} as const;

function refuse(reason: keyof typeof REFUSALS, { log }: Pick<TestServices, 'log'>): CommandResult {
  log.info('test-refused', { reason });
  return { done: false, reason, message: REFUSALS[reason] };
}
