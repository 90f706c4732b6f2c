import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from '../iam/access.ts';
import { arnOf } from '../template/account.ts';
import type { OutboxMail } from './outbox-mail.ts';
import { SesError } from './protocol.ts';

interface Caller {
  readonly access?: Access | undefined;
  /** Of the request: they name the function that makes it. */
  readonly headers: IncomingHttpHeaders;
}

const SIMULATOR = '@simulator.amazonses.com';

/** @throws SesError when the caller may not send from this address, or with this configuration set. */
export function checkSender(
  { from, configurationSet }: OutboxMail,
  { configurationSets, ...caller }: Caller & { configurationSets?: ReadonlySet<string> },
): void {
  const domain = from.split('@').at(-1);
  const context = { 'ses:FromAddress': from };
  const check = (resource: string) => checkAccess({ action: 'ses:SendRawEmail', resource, context }, caller);
  check(arnOf('ses', `identity/${domain}`));
  if (!configurationSet) return;
  check(arnOf('ses', `configuration-set/${configurationSet}`));
  if (configurationSets?.has(configurationSet) !== false) return;
  throw new SesError(
    'ConfigurationSetDoesNotExist',
    `Configuration set <${configurationSet}> does not exist.`,
  );
}

/** @throws SesError when the caller may not read the quota. */
export function checkSendQuota(caller: Caller): void {
  checkAccess({ action: 'ses:GetSendQuota', resource: '*', context: { 'ses:FromAddress': '' } }, caller);
}

/**
 * @param sandbox Addresses and domains that may be emailed besides the simulator's; all without it.
 * @throws SesError when the account is in the sandbox and a recipient isn't verified.
 */
export function checkRecipients({ to }: OutboxMail, sandbox: readonly string[] | undefined): void {
  if (!sandbox) return;
  const unverified = to.filter(
    (address) =>
      !address.endsWith(SIMULATOR) &&
      !sandbox.some((allowed) => address === allowed || address.endsWith(`@${allowed}`)),
  );
  if (unverified.length === 0) return;
  throw new SesError(
    'MessageRejected',
    'Email address is not verified. The following identities failed the check in region US-EAST-1: ' +
      unverified.join(', '),
  );
}

function checkAccess(request: Parameters<Access['refusal']>[1], { access, headers }: Caller): void {
  const refusal = access?.refusal(headers, request);
  if (refusal) throw new SesError('AccessDenied', refusal, 403);
}
