import { randomUUID } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../../functions/lib/clock.ts';
import { type Listening, listen, readBody } from '../../lib/listen.ts';
import type { Access } from '../iam/access.ts';
import type { OutboxFile } from '../persistence/outbox-file.ts';
import { arnOf } from '../template/account.ts';
import { inboxPages } from './inbox-pages.ts';
import { type Meter, type SesLimits, sendMeter } from './meter.ts';
import { readSend, SesError, sendXml, sendXmlError } from './protocol.ts';

/** An email that SES took. */
export interface OutboxMail {
  readonly messageId: string;
  readonly at: Temporal.Instant;
  readonly from: string;
  readonly to: readonly string[];
  readonly configurationSet: string | null;
  readonly tags: Readonly<Record<string, string>>;
  /** Exactly as it was sent. */
  readonly raw: Uint8Array;
}

/** What goes wrong with one call of SendRawEmail. */
export type SesFault =
  /** No answer, the connection broken off or a 503; SES may have taken the email all the same. */
  | { readonly kind: 'time-out' | 'reset' | 'server-error'; readonly accepted: boolean }
  /** A definite no with this code and message. */
  | { readonly kind: 'refuse'; readonly code: string; readonly message: string };

export interface SesOptions extends Partial<SesLimits> {
  /** @default a free one */
  readonly port?: number;
  readonly clock: Clock;
  readonly access?: Access;
  /**
   * Names of the configuration sets.
   * @default any
   */
  readonly configurationSets?: ReadonlySet<string>;
  /**
   * Addresses and domains that a sandbox account may mail, besides the simulator's.
   * @default out of the sandbox: everybody
   */
  readonly sandbox?: readonly string[];
  /**
   * Time zone of the times on the inbox page.
   * @default UTC
   */
  readonly zone?: string;
  /** Asked before each email is taken. */
  readonly fault?: (mail: OutboxMail) => SesFault | null;
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

export interface Ses extends Listening {
  /** Every email taken, oldest first. */
  readonly outbox: readonly OutboxMail[];
  /** Changes what the account may send. */
  readonly limits: SesLimits;
}

const SIMULATOR = '@simulator.amazonses.com';

/** SES version 1 as far as Crier uses it: SendRawEmail, GetSendQuota, and a page that shows the mail. */
export async function startSes(options: SesOptions): Promise<Ses> {
  const { clock } = options;
  const outbox: OutboxMail[] = [...(options.kept?.earlier ?? [])];
  const meter = sendMeter(
    options,
    outbox.map(({ at }) => at.epochMilliseconds),
  );
  const pages = inboxPages(outbox, options.zone);

  const server = createServer(async (request, response) => {
    if (request.method === 'GET') return pages(request, response);
    try {
      const form = new URLSearchParams((await readBody(request)).toString());
      const call = { form, headers: request.headers, response };
      switch (form.get('Action')) {
        case 'GetSendQuota':
          check('ses:GetSendQuota', '*', request.headers);
          return sendXml(response, 'GetSendQuota', meter.quota(clock.now().epochMilliseconds));
        case 'SendRawEmail':
          return await sendRawEmail(call);
        default:
          throw new SesError('InvalidAction', `${form.get('Action')} is not known here`);
      }
    } catch (error) {
      sendXmlError(response, error);
    }
  });

  function check(action: string, resource: string, headers: IncomingHttpHeaders, from = ''): void {
    const context = { 'ses:FromAddress': from };
    const refusal = options.access?.refusal(headers, { action, resource, context });
    if (refusal) throw new SesError('AccessDenied', refusal, 403);
  }

  async function sendRawEmail({ form, headers, response }: Call): Promise<void> {
    const mail: OutboxMail = { ...readSend(form), messageId: messageIdOf(clock), at: clock.now() };
    checkSender(mail, headers);
    checkRecipients(mail, options.sandbox);
    const fault = options.fault?.(mail) ?? null;
    if (fault?.kind === 'refuse') throw new SesError(fault.code, fault.message);
    if (!fault || fault.accepted) await accept(mail, meter);
    if (!fault) sendXml(response, 'SendRawEmail', { MessageId: mail.messageId });
    else breakOff(fault.kind, { headers, response });
  }

  function breakOff(
    kind: 'time-out' | 'reset' | 'server-error',
    { headers, response }: Omit<Call, 'form'>,
  ): void {
    if (kind === 'server-error') throw new SesError('ServiceUnavailable', 'Service Unavailable', 503);
    if (kind === 'reset') response.destroy();
    else options.timeOut?.(headers);
  }

  function checkSender({ from, configurationSet }: OutboxMail, headers: IncomingHttpHeaders): void {
    const domain = from.split('@').at(-1);
    check('ses:SendRawEmail', arnOf('ses', `identity/${domain}`), headers, from);
    if (!configurationSet) return;
    check('ses:SendRawEmail', arnOf('ses', `configuration-set/${configurationSet}`), headers, from);
    if (options.configurationSets?.has(configurationSet) === false) {
      throw new SesError(
        'ConfigurationSetDoesNotExist',
        `Configuration set <${configurationSet}> does not exist.`,
      );
    }
  }

  /** Resolves once the email is kept: whoever gets a yes can rely on it. */
  async function accept(mail: OutboxMail, meter: Meter): Promise<void> {
    const refusal = meter.take(mail.at.epochMilliseconds);
    if (refusal) throw new SesError('Throttling', refusal);
    options.access?.changed();
    const kept = options.kept?.add(mail);
    outbox.push(mail);
    options.onAccepted?.(mail);
    await kept;
  }

  return { ...(await listen(server, options.port)), outbox, limits: meter.limits };
}

interface Call {
  readonly form: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly response: ServerResponse;
}

function checkRecipients({ to }: OutboxMail, sandbox: SesOptions['sandbox']): void {
  if (!sandbox) return;
  const unverified = to.filter(
    (address) =>
      !address.endsWith(SIMULATOR) &&
      !sandbox.some((allowed) => address === allowed || address.endsWith(`@${allowed}`)),
  );
  if (unverified.length === 0) return;
  throw new SesError(
    'MessageRejected',
    `Email address is not verified. The following identities failed the check in region US-EAST-1: ${unverified.join(', ')}`,
  );
}

/** As SES makes them: the time in hexadecimal, then a random part. */
function messageIdOf(clock: Clock): string {
  const time = clock.now().epochMilliseconds.toString(16).padStart(16, '0');
  return `${time}-${randomUUID()}-000000`;
}
