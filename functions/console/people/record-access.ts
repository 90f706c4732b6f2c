import { isIP } from 'node:net';
import type { AccessEntry } from '../../domain/access-entry.ts';
import type { Person } from '../../domain/person.ts';
import { errorFields } from '../../lib/error-fields.ts';
import type { PageContext } from '../http/context.ts';
import type { Refusal } from '../http/refusal.ts';
import type { ConsoleServices } from '../services.ts';

type AccessServices = Pick<ConsoleServices, 'recordAccess' | 'log'>;

/** What happened, and to whom, if known. */
type Access = Pick<AccessEntry, 'event'> &
  Partial<Pick<AccessEntry, 'reason'>> & { readonly person: Partial<Pick<Person, 'id' | 'role'>> | null };

/**
 * Writes to the access log. If an entry can't be written, an alarm is raised but the request continues: people must be
 * able to act, above all on launch day.
 */
export async function recordAccess(
  c: PageContext,
  { event, reason = null, person }: Access,
  services: AccessServices,
): Promise<void> {
  const { requestId, requestedAt, sourceIp } = c.env;
  const source = sourceIp !== undefined && isIP(sourceIp) ? sourceIp : null;
  const who = { person: person?.id ?? null, role: person?.role ?? null };
  const entry = { event, reason, ...who, source, request: requestId, at: requestedAt.toString() };
  await services.recordAccess(entry).catch((error: Error) => {
    services.log.error('access-unrecorded', { ...errorFields(error), request: requestId });
  });
}

/** Refusals at sign-in, whatever their status. */
const AT_SIGN_IN: ReadonlySet<string> = new Set(['bad-answer', 'no-role', 'id-unfit']);

/** Records a refusal that isn't a simple mistake: a missing permission, a forged form or sign-in. */
export async function recordRefusal(
  c: PageContext,
  { reason, status, personId }: Refusal,
  services: AccessServices,
): Promise<void> {
  const isSignIn = AT_SIGN_IN.has(reason);
  if (!isSignIn && status !== 401 && status !== 403) return;
  const { person } = c.var as Partial<PageContext['var']>;
  const known = person ?? (personId === null ? null : { id: personId });
  const event = isSignIn ? 'sign-in-refused' : 'request-refused';
  await recordAccess(c, { event, reason, person: known }, services);
}
