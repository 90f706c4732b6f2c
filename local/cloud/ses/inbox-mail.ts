import { type AddressObject, simpleParser } from 'mailparser';
import type { OutboxMail } from './outbox-mail.ts';

/** Who sent or gets an email; the name is empty when it has none. */
export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

/** An email as its reader sees it. */
export interface ReadMail {
  readonly mail: OutboxMail;
  readonly subject: string;
  readonly from: Mailbox;
  readonly to: Mailbox;
  readonly html: string | null;
  readonly text: string;
  /** Header lines in their order, decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Reads emails, each once. */
export function mailReader(): (mail: OutboxMail) => Promise<ReadMail> {
  const known = new WeakMap<OutboxMail, Promise<ReadMail>>();
  return (mail) => {
    const reading = known.get(mail) ?? read(mail);
    known.set(mail, reading);
    return reading;
  };
}

async function read(mail: OutboxMail): Promise<ReadMail> {
  const parsed = await simpleParser(Buffer.from(mail.raw), { skipTextToHtml: true, skipImageLinks: true });
  return {
    mail,
    subject: parsed.subject ?? '(no subject)',
    from: mailboxOf(parsed.from, mail.from),
    to: mailboxOf(parsed.to, mail.to[0]),
    html: parsed.html || null,
    text: parsed.text ?? '',
    headers: parsed.headerLines.map(({ line }) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()] as const;
    }),
  };
}

/** The first of an address header, or the address that SES was given. */
function mailboxOf(header: AddressObject | AddressObject[] | undefined, given = ''): Mailbox {
  const [first] = Array.isArray(header) ? header : [header];
  const { name = '', address = given } = first?.value[0] ?? {};
  return { name, address };
}
