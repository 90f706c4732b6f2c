import { type CallCause, causeOf } from '../domain/send/phone-index.ts';
import { type CallListServices, callList } from './call-list.ts';
import { type SendLine, stopsEmails } from './send-line.ts';

type Asked = Parameters<typeof callList>[0];

/** What a call is about where emails still don't reach the filer: no other cause keeps a bounce or complaint open. */
const OPEN: ReadonlySet<CallCause> = new Set<CallCause>(['stopped', 'no-address']);

/**
 * Adds to sends that stopped emails to an address whether that is dealt with: by a call, another address, a state that
 * needs no email, or because the filer left the roster. The overview and the phone list no longer ask about those either.
 * @param about `null`: there is no active roster
 */
export async function withSettled(
  lines: readonly SendLine[],
  about: Asked | null,
  services: CallListServices,
): Promise<SendLine[]> {
  if (!about || !lines.some(stopsEmails)) return [...lines];
  const list = await callList(about, services);
  // A filer who isn't on a list that was cut may still need a call.
  if (!list || list.isCut) return [...lines];
  const open = new Set(
    list.filers.flatMap((filer) => (OPEN.has(causeOf(filer)) && !filer.isSettled ? [filer.filerId] : [])),
  );
  return lines.map((line) =>
    stopsEmails(line) && !open.has(line.filerId) ? { ...line, isSettled: true } : line,
  );
}
