import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { PeopleAnswer } from '../aws/manage-people.ts';
import { type Picked, pick } from '../aws/pick.ts';
import { auditLog, peopleLock, plans, roleGrants, sessions, signIn, userPool } from '../aws/services.ts';
import { type Account, accountChangeSchema } from '../domain/account.ts';
import { may } from '../domain/person.ts';
import type { Session } from '../domain/session.ts';
import { lambda } from '../lib/lambda.ts';
import type { Create, Invocation } from '../lib/runtime.ts';
import { changeAccount } from './change-account.ts';

const PEOPLE = { auditLog, peopleLock, plans, roleGrants, sessions, signIn, userPool };
type PeopleServices = Picked<keyof typeof PEOPLE>;

/** With less time than this, nothing is begun: a change must not stop half-way. */
const MARGIN_MILLISECONDS = 10_000;

const by = {
  /** The id of a sign-in. The console has checked that it hasn't run out. */
  sessionId: z.string().regex(/^[0-9a-f]{64}$/),
  /** When the request came, by the machine's clock: an invitation expires. */
  at: z.string().transform((text) => Temporal.Instant.from(text)),
};
const eventSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('list'), ...by }),
  z.strictObject({ act: z.literal('change'), ...by, change: accountChangeSchema }),
]);

/**
 * Shows and changes the accounts of the user pool, for the console. Only this function may change them. An event names no
 * person but a sign-in, which is looked up here: who knows none can do nothing.
 */
export const create: Create<unknown, PeopleAnswer> = (runtime) => {
  const services = pick(runtime, PEOPLE);
  return async (given, invocation) => {
    const event = eventSchema.parse(given);
    const session = await services.sessions.byId(event.sessionId);
    if (!session) return refused('signed-out', 'Your sign-in has ended. Sign in again.');
    const accounts = () => services.userPool.accounts(event.at);
    if (event.act === 'list') return { done: true, accounts: shownTo(session, await accounts()) };
    if (!may(session, 'people')) return refused('role', 'Your role does not allow this.');
    const { change } = event;
    const context = { services, requestId: invocation.awsRequestId };
    const answer = await alone(invocation, services, async () => {
      // Once more, for a change before this one may have ended it.
      if (!(await services.sessions.byId(event.sessionId)))
        return refused('signed-out', 'Your access has changed.');
      const refusal = await changeAccount(change, { person: session, accounts: await accounts() }, context);
      return refusal ? { done: false as const, ...refusal } : { done: true as const };
    });
    return answer ?? refused('busy', 'Another account is being changed right now. Try again in a moment.');
  };
};

function refused(reason: string, message: string): PeopleAnswer {
  return { done: false, reason, message };
}

/** Addresses are for those who manage people. */
function shownTo(session: Session, accounts: readonly Account[]): readonly Account[] {
  return may(session, 'people') ? accounts : accounts.map((account) => ({ ...account, email: null }));
}

/** Works while no other call does, until this one's end at the latest. @returns `null` if another call works. */
async function alone<Result>(
  { awsRequestId, getRemainingTimeInMillis }: Invocation,
  { peopleLock, clock }: PeopleServices,
  work: () => Promise<Result>,
): Promise<Result | null> {
  const milliseconds = getRemainingTimeInMillis();
  if (milliseconds < MARGIN_MILLISECONDS) return null;
  if (!(await peopleLock.take(awsRequestId, clock.now().epochMilliseconds + milliseconds))) return null;
  try {
    return await work();
  } finally {
    await peopleLock.giveBack(awsRequestId);
  }
}

/** What Lambda calls. */
export const handler = lambda(create);
