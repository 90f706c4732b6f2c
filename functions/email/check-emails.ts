import type { Plan } from '../domain/plan/plan.ts';
import { type Finding, shown } from '../domain/plan/problem.ts';
import { hostsShown, isWithin } from '../lib/shown-hosts.ts';
import type { EmailInput } from './email-input.ts';
import { letterOf, type MakeLetter } from './letter.ts';
import type { Letter } from './mime.ts';
import { readHtml } from './read-html.ts';
import { sampleEmails } from './sample-emails.ts';

/** URLs with a host after the scheme; any other scheme counts as foreign itself. */
const PLACES = /^(?:https?:|mailto:|tel:)/i;

/** Gmail cuts off at 102 KB; the transfer encoding and long names come on top of the HTML. */
const MAX_HTML_BYTES = 64 * 1024;

/** A text of an email, and where it is. */
interface EmailText {
  /** `the subject` */
  readonly part: string;
  readonly text: string;
}

/**
 * Finds links in a plan's emails that lead outside its domains, as readers would see them, and emails that are too large.
 * Every part and header of each
 * sample is searched, because a link may form only where the plan's text joins a template's. Each host once per kind.
 * @param letter Makes an email.
 */
export function checkEmails(plan: Plan, letter: MakeLetter = letterOf): Finding[] {
  return findingsIn(sampleEmails(plan), plan, letter);
}

/** The same of some emails. */
export function findingsIn(
  emails: Iterable<EmailInput>,
  { linkDomains }: Pick<Plan, 'linkDomains'>,
  letter: MakeLetter = letterOf,
): Finding[] {
  const findings = new Map<string, Finding>();
  const strangersIn = strangerFinder(linkDomains);
  for (const input of emails) {
    const made = letter(input);
    const bytes = Buffer.byteLength(made.html);
    if (bytes > MAX_HTML_BYTES) findings.set('too large', tooLarge(bytes, input));
    for (const { part, text } of textsOf(made))
      for (const host of strangersIn(text)) {
        const key = `${input.kind} ${host}`;
        if (!findings.has(key)) findings.set(key, findingOf(input, { part, host }));
      }
  }
  return [...findings.values()];
}

/** The court's own texts are what makes an email large. */
function tooLarge(bytes: number, { kind, state }: EmailInput): Finding {
  const message =
    `must be at most ${MAX_HTML_BYTES} bytes of HTML, because Gmail cuts longer emails off: emails of kind ${kind} to ` +
    `filers in state ${state.state} have more`;
  return { at: ['sectionTexts'], found: `${bytes} bytes`, message };
}

function findingOf(
  { plan, kind, phase, state }: EmailInput,
  { part, host }: { part: string; host: string },
): Finding {
  const index = plan.phases.findIndex(({ id }) => id === phase.id);
  return {
    at: index < 0 ? [] : ['phases', index],
    found: `${shown(host)} in ${part} of its email`,
    message:
      `must contain only links and addresses in linkDomains: emails of kind ${kind} to filers in state ` +
      `${state.state} contain another`,
  };
}

/** Finds hosts outside the domains. A plan's emails share most of their lines, so each line is searched only once. */
function strangerFinder(domains: readonly string[]): (text: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (text) => {
    const found = known.get(text) ?? hostsShown(text).filter((host) => !isWithin(host, domains));
    known.set(text, found);
    return found;
  };
}

/** Everything that a mail program shows or follows, except the filer's own address. */
function textsOf({ from, to, replyTo, subject, headers, html, text, messageId }: Letter): EmailText[] {
  const read = readHtml(html);
  const inPart = (part: string, texts: readonly string[]) => texts.map((each) => ({ part, text: each }));
  return [
    ...inPart('the subject', [subject]),
    ...inPart('From', [from.name, from.address]),
    ...inPart('To', [to.name]),
    ...inPart('Reply-To', [replyTo.name, replyTo.address]),
    ...inPart('Message-ID', [messageId]),
    ...Object.entries(headers).flatMap(([name, value]) => inPart(name, [value])),
    ...inPart('the text', text.split('\n')),
    ...inPart('the HTML', read.lines),
    ...read.addresses.flatMap((address) =>
      inPart('a link', [PLACES.test(address) ? address : `https://${address}`]),
    ),
  ];
}
