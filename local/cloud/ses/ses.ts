import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Listening } from '../../lib/listen.ts';
import { newPageKey, type PageKey } from '../../lib/page-key.ts';
import { type NodeEnv, serve } from '../../lib/serve.ts';
import type { Access } from '../iam/access.ts';
import { type CheckSignature, FLAW_MESSAGES, type Flaw, ownSignatures } from '../iam/signature.ts';
import { checkRecipients, checkSender, checkSendQuota } from './checks.ts';
import { addInboxPages } from './inbox-pages.ts';
import { type Meter, type SesLimits, sendMeter } from './meter.ts';
import type { OutboxFile } from './outbox-file.ts';
import type { OutboxMail } from './outbox-mail.ts';
import { errorXml, readSend, resultXml, SesError } from './protocol.ts';

/** What goes wrong with one call of SendRawEmail. */
export type SesFault =
  /** No answer, the connection broken off or a 503; SES may still have taken the email. */
  | { readonly kind: 'time-out' | 'reset' | 'server-error'; readonly accepted: boolean }
  /** A definite no with this code and message. */
  | { readonly kind: 'refuse'; readonly code: string; readonly message: string };

/** How SES is started. */
export interface SesOptions extends Partial<SesLimits> {
  /** @default a free one */
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
  /** @default by the credentials of this process's SDK */
  readonly checkSignature?: CheckSignature;
  /**
   * What opens the inbox page.
   * @default nothing: it stays closed
   */
  readonly pageKey?: PageKey;
  /**
   * Names of the configuration sets.
   * @default any
   */
  readonly configurationSets?: ReadonlySet<string>;
  /**
   * Addresses and domains that a sandbox account may mail, besides the simulator's.
   * @default out of the sandbox: everyone
   */
  readonly sandbox?: readonly string[];
  /**
   * Time zone of the times on the inbox page.
   * @default UTC
   */
  readonly zone?: string;
  /** Asked before each email is taken. @default no faults */
  readonly fault?: (mail: OutboxMail) => SesFault | null;
  /** Hears of each email taken. */
  readonly onAccepted?: (mail: OutboxMail) => void;
  /**
   * Keeps what is taken.
   * @default in memory only
   */
  readonly kept?: OutboxFile;
  /**
   * Makes the caller's time run out.
   * @default the connection is left without an answer
   */
  readonly timeOut?: (headers: IncomingHttpHeaders) => void;
}

/** SES, listening. */
export interface Ses extends Listening {
  /** Every email taken, oldest first. */
  readonly outbox: readonly OutboxMail[];
  /** What the account may send; set it to change it. */
  readonly limits: SesLimits;
}

const XML = { 'content-type': 'text/xml' };

/** SES version 1 as far as Crier uses it: SendRawEmail, GetSendQuota, and pages that show the mail. */
export async function startSes(options: SesOptions): Promise<Ses> {
  const {
    clock,
    access,
    checkSignature = ownSignatures(),
    pageKey = newPageKey(),
    kept,
    zone,
    port,
  } = options;
  const outbox: OutboxMail[] = [...(kept?.earlier ?? [])];
  const earlier = outbox.map(({ at }) => at.epochMilliseconds);
  const account: Account = { ...options, outbox, meter: sendMeter(options, earlier) };
  const app = new Hono<NodeEnv>();
  addInboxPages(app, { outbox, ...(zone && { zone }) });
  app.post('*', async (c) => {
    const body = Buffer.from(await c.req.arrayBuffer());
    requireSignature(c.env.incoming, { body, checkSignature });
    const form = new URLSearchParams(body.toString());
    const action = form.get('Action');
    switch (action) {
      case 'SendRawEmail':
        return sendRawEmail(c, { form, account });
      case 'GetSendQuota': {
        checkSendQuota({ access, headers: c.env.incoming.headers });
        const quota = account.meter.quota(clock.now().epochMilliseconds);
        return c.body(resultXml(action, quota), 200, XML);
      }
      default:
        throw new SesError('InvalidAction', `${action} is not known here`);
    }
  });
  app.onError((error, c) => {
    const known = error instanceof SesError ? error : new SesError('InternalFailure', String(error), 500);
    return c.body(errorXml(known), known.status, XML);
  });
  // Whatever is posted must be signed.
  const pages = {
    key: pageKey,
    isProgram: ({ method }: { method?: string | undefined }) => method === 'POST',
  };
  return { ...(await serve(app, { port, pages })), outbox, limits: account.meter.limits };
}

/** SES's code for each flaw of a signature. */
const FLAW_CODES: Readonly<Record<Flaw, string>> = {
  unsigned: 'MissingAuthenticationToken',
  'unknown-key': 'InvalidClientTokenId',
  'wrong-signature': 'SignatureDoesNotMatch',
  'wrong-payload': 'SignatureDoesNotMatch',
  expired: 'SignatureDoesNotMatch',
};

/** @throws SesError unless the request is signed well. */
function requireSignature(
  { method = '', url = '', headers }: IncomingMessage,
  { body, checkSignature }: { body: Buffer; checkSignature: CheckSignature },
): void {
  const flaw = checkSignature({ method, url, headers, body }, 'ses');
  if (flaw) throw new SesError(FLAW_CODES[flaw], FLAW_MESSAGES[flaw], 403);
}

/** The account that sends. */
interface Account extends SesOptions {
  readonly outbox: OutboxMail[];
  readonly meter: Meter;
}

async function sendRawEmail(
  c: Context<NodeEnv>,
  { form, account }: { form: URLSearchParams; account: Account },
): Promise<Response> {
  const { clock, sandbox, fault: faultOf } = account;
  const mail: OutboxMail = { ...readSend(form), messageId: messageIdOf(clock), at: clock.now() };
  checkSender(mail, { ...account, headers: c.env.incoming.headers });
  checkRecipients(mail, sandbox);
  const fault = faultOf?.(mail) ?? null;
  if (fault?.kind === 'refuse') throw new SesError(fault.code, fault.message);
  if (!fault || fault.accepted) await accept(mail, account);
  if (!fault) return c.body(resultXml('SendRawEmail', { MessageId: mail.messageId }), 200, XML);
  return breakOff(c, { kind: fault.kind, account });
}

/**
 * Resolves once the email is kept: a caller who gets a yes can rely on it. @throws SesError when it is one too many.
 */
async function accept(mail: OutboxMail, { access, kept, meter, outbox, onAccepted }: Account): Promise<void> {
  const refusal = meter.take(mail.at.epochMilliseconds);
  if (refusal) throw new SesError('Throttling', refusal);
  access?.changed();
  const written = kept?.add(mail);
  outbox.push(mail);
  onAccepted?.(mail);
  await written;
}

/** Leaves the caller without an answer. @throws SesError for a server error. */
function breakOff(
  { env }: Context<NodeEnv>,
  { kind, account }: { kind: Exclude<SesFault['kind'], 'refuse'>; account: Account },
): Response {
  if (kind === 'server-error') throw new SesError('ServiceUnavailable', 'Service Unavailable', 503);
  if (kind === 'reset') env.outgoing.destroy();
  else account.timeOut?.(env.incoming.headers);
  return RESPONSE_ALREADY_SENT;
}

/** As SES makes them: the time in hexadecimal, then a random part. */
function messageIdOf(clock: Clock): string {
  const time = clock.now().epochMilliseconds.toString(16).padStart(16, '0');
  return `${time}-${randomUUID()}-000000`;
}
