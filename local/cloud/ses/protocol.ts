import { randomUUID } from 'node:crypto';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { escapeXml } from '../../lib/xml.ts';
import { LIMITS } from '../limits.ts';
import type { OutboxMail } from './outbox-mail.ts';

/** An error in SES's own code and words. */
export class SesError extends Error {
  readonly code: string;
  /** Of the HTTP answer. */
  readonly status: ContentfulStatusCode;

  constructor(code: string, message: string, status: ContentfulStatusCode = 400) {
    super(message);
    this.name = 'SesError';
    this.code = code;
    this.status = status;
  }
}

const NAMESPACE = 'http://ses.amazonaws.com/doc/2010-12-01/';
const MAX_RECIPIENTS = LIMITS.mailRecipients.most;
const MAX_BYTES = LIMITS.mailBytes.most;
const TAG = new RegExp(`^[A-Za-z0-9_-]{1,${LIMITS.mailTag.most}}$`);

/** Reads the form of SendRawEmail. @throws SesError in SES's words. */
export function readSend(form: URLSearchParams): Omit<OutboxMail, 'messageId' | 'at'> {
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const to = members(form, 'Destinations.member').map(({ value }) => value);
  const from = addressOf(form.get('Source') ?? '');
  if (raw.length === 0) throw new SesError('InvalidParameterValue', 'Missing required header From.');
  if (raw.length > MAX_BYTES) {
    throw new SesError('InvalidParameterValue', `Message length is more than ${MAX_BYTES} bytes long.`);
  }
  if (to.length > MAX_RECIPIENTS) {
    throw new SesError('MessageRejected', `Recipient count exceeds ${MAX_RECIPIENTS}.`);
  }
  // SES itself would read missing addresses from the message; Crier always gives them.
  for (const address of [from, ...to]) {
    if (!/@[^@\s]+$/.test(address)) throw new SesError('InvalidParameterValue', "Missing final '@domain'");
  }
  if (to.length === 0) throw new SesError('InvalidParameterValue', 'No destinations are given.');
  return { raw, to, from, configurationSet: form.get('ConfigurationSetName'), tags: tagsOf(form) };
}

function tagsOf(form: URLSearchParams): Record<string, string> {
  const names = members(form, 'Tags.member', '.Name');
  const tags = names.map(
    ({ place, value }) => [value, form.get(`Tags.member.${place}.Value`) ?? ''] as const,
  );
  const wrong = tags.find(([name, value]) => !TAG.test(name) || !TAG.test(value));
  if (wrong) {
    throw new SesError(
      'InvalidParameterValue',
      `Tag <${wrong[0]}> with value <${wrong[1]}> may hold only letters, digits, _ and -.`,
    );
  }
  return Object.fromEntries(tags);
}

function members(form: URLSearchParams, prefix: string, suffix = ''): { place: number; value: string }[] {
  const found: { place: number; value: string }[] = [];
  for (let place = 1; ; place++) {
    const value = form.get(`${prefix}.${place}${suffix}`);
    if (value === null) return found;
    found.push({ place, value });
  }
}

/** `Clerk <clerk@example.com>` → `clerk@example.com`. */
function addressOf(text: string): string {
  return /<([^<>]+)>\s*$/.exec(text)?.[1] ?? text.trim();
}

/** The answer to an action, in XML. */
export function resultXml(action: string, result: Readonly<Record<string, string | number>>): string {
  const members = Object.entries(result).map(
    ([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`,
  );
  return [
    `<${action}Response xmlns="${NAMESPACE}">`,
    `<${action}Result>${members.join('')}</${action}Result>`,
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`,
    `</${action}Response>`,
  ].join('');
}

/** An error as SES answers it, in XML. */
export function errorXml({ code, status, message }: SesError): string {
  const type = status < 500 ? 'Sender' : 'Receiver';
  return [
    `<ErrorResponse xmlns="${NAMESPACE}">`,
    `<Error><Type>${type}</Type><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`,
    `<RequestId>${randomUUID()}</RequestId>`,
    '</ErrorResponse>',
  ].join('');
}
