import type { Temporal } from 'temporal-polyfill';
import { TEST_TAGS } from '../../aws/ses.ts';
import { TESTS_A_MINUTE } from '../../aws/sessions.ts';
import { personActor } from '../../domain/actor.ts';
import type { CommandResult } from '../../domain/command.ts';
import { mailboxOf } from '../../domain/filer/addresses.ts';
import type { Person } from '../../domain/person.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { allowedRate, intervalMicroseconds } from '../../domain/run/rate.ts';
import { TEST_RUN } from '../../domain/run/send-gate.ts';
import { sendReasonWords } from '../../domain/send/words.ts';
import { counted } from '../../lib/count.ts';
import type { ConsoleServices } from '../services.ts';
import { composePreview, type PreviewBasis, type Recipient, sampleRecipient } from './preview-email.ts';

type TestServices = Pick<
  ConsoleServices,
  'auditLog' | 'clock' | 'gate' | 'log' | 'mailer' | 'quota' | 'sessions'
>;

/** A test waits for its slot no longer than this. */
const MAX_WAIT_MILLISECONDS = 5_000;
/** All of them together: the page that follows must come before the browser's patience ends. */
const MAX_TOTAL_MILLISECONDS = 15_000;

interface SendTestOptions {
  /** Where it goes: addresses that `readTestAddresses` has let through. */
  readonly addresses: readonly string[];
  readonly basis: PreviewBasis;
  /** Who asks for it. */
  readonly person: Person;
  readonly services: TestServices;
  readonly requestId: string;
  /** By the machine's clock: a rehearsal's jumps would allow more tests, or none. */
  readonly requestedAt: Temporal.Instant;
}

/**
 * Sends one email to the person who asks for it and to colleagues, within the rate of all. What a colleague gets is
 * written for a sample filer. It belongs to no run, is in no send log, and is recorded in the audit log. Its tag says
 * that it is a test.
 */
export async function sendTest(shown: Recipient, options: SendTestOptions): Promise<CommandResult> {
  const { addresses, basis, person, services } = options;
  const recipient = isOwnAlone(options) ? shown : sampleRecipient(shown.state.state, basis);
  if (!recipient) return refuse('no-sample', services);
  if ((await services.gate.read()).holds.has('all')) return refuse('held', services);
  if (!(await services.sessions.countTest(person.id, options.requestedAt)))
    return refuse('too-many', services);
  const mails = await Promise.all(
    addresses.map(async (to) => ({ to, raw: (await composePreview(recipient, basis, to)).raw })),
  );
  await record(recipient, options);
  const until = services.clock.now().epochMilliseconds + MAX_TOTAL_MILLISECONDS;
  for (const [sent, mail] of mails.entries()) {
    const failed = await sendOne(mail, { plan: basis.plan, phaseId: basis.phase.id, until, services });
    if (failed) return stopped(failed, { sent, of: mails.length });
  }
  const where = isOwnAlone(options) ? 'your own address' : counted(addresses.length, 'address', 'addresses');
  return { done: true, message: `A test is on its way to ${where}. Its subject begins with [TEST].` };
}

function isOwnAlone({
  addresses,
  person: { email },
}: Pick<SendTestOptions, 'addresses' | 'person'>): boolean {
  return email !== null && addresses.every((address) => mailboxOf(address) === mailboxOf(email));
}

interface SendOneOptions {
  readonly plan: Plan;
  readonly phaseId: string;
  /** Epoch milliseconds. */
  readonly until: number;
  readonly services: TestServices;
}

/** What to do where the email service didn't simply refuse, by what it answered. */
const FAILURES: Readonly<Record<string, string>> = {
  unknown:
    'The email service didn’t answer, so one test may or may not have been sent. Check the mailbox before you try again.',
  throttled: 'The email service is busy. Try again in a minute.',
};

/** @returns why it wasn't sent; `null`: it was */
async function sendOne(
  { to, raw }: { readonly to: string; readonly raw: Uint8Array },
  { plan, phaseId, until, services }: SendOneOptions,
): Promise<CommandResult | null> {
  const refusal = await waitForSlot(plan, { until, services });
  if (refusal) return refuse(refusal, services);
  const from = plan.court.sender.address;
  const answer = await services.mailer.send({ from, to, raw, tags: TEST_TAGS });
  services.log.info('test-sent', { phase: phaseId, outcome: answer.outcome });
  if (answer.outcome === 'sent') return null;
  const reason = 'reason' in answer ? answer.reason : answer.outcome;
  return {
    done: false,
    reason,
    message:
      FAILURES[answer.outcome] ??
      `The email service refused the test: ${sendReasonWords('failed', reason)}. Ask operations staff.`,
  };
}

/** Sending stops at the first email that fails: they are sent in the order in which they were typed. */
function stopped(
  failed: CommandResult,
  { sent, of }: { readonly sent: number; readonly of: number },
): CommandResult {
  return of === 1
    ? failed
    : {
        ...failed,
        message: `${sent} of ${of} tests were sent, in the order you listed the addresses. ${failed.message}`,
      };
}

async function record(
  { isSample, filer, state }: Recipient,
  { addresses, basis, person, services, requestId }: SendTestOptions,
): Promise<void> {
  await services.auditLog.put({
    at: services.clock.now().toString(),
    requestId,
    act: {
      act: 'test',
      phaseId: basis.phase.id,
      ...(!isSample && { filerId: filer.filerId }),
      ...(!isOwnAlone({ addresses, person }) && { addresses: addresses.length }),
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
  {
    until,
    services: { clock, gate, quota },
  }: { readonly until: number; readonly services: Pick<TestServices, 'clock' | 'gate' | 'quota'> },
): Promise<'held' | 'busy' | null> {
  const now = clock.now().epochMilliseconds;
  const { accountShare } = plan.sending;
  const { maxSendRate } = await quota();
  const rate = allowedRate(await gate.read(), { maxSendRate, accountShare, now });
  const answer = await gate.reserve(TEST_RUN, {
    count: 1,
    intervalMicroseconds: intervalMicroseconds(rate),
    earliest: now,
    latest: Math.min(now + MAX_WAIT_MILLISECONDS, until),
  });
  if (!answer.slots) return answer.reason === 'ahead' ? 'busy' : 'held';
  const wait = answer.firstSlot / 1000 - clock.now().epochMilliseconds;
  if (wait > 0) await clock.sleep(wait);
  return null;
}

const REFUSALS = {
  'no-sample': 'There is no sample filer in this state. Choose another state, or send it only to yourself.',
  held: 'All sending is paused, including tests.',
  'too-many': `You can send at most ${TESTS_A_MINUTE} tests a minute. Try again in a minute.`,
  busy: 'Crier is already sending at its full rate. Try again in a minute.',
} as const;

function refuse(reason: keyof typeof REFUSALS, { log }: Pick<TestServices, 'log'>): CommandResult {
  log.info('test-refused', { reason });
  return { done: false, reason, message: REFUSALS[reason] };
}
