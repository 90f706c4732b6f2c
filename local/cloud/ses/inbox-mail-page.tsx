import { Chip, Chips } from '../../../functions/console/ui/chips.tsx';
import { Fact, Facts } from '../../../functions/console/ui/facts.tsx';
import { localPage } from '../../lib/local-page.tsx';
import { SentAt } from './inbox-list-page.tsx';
import type { Mailbox, ReadMail } from './inbox-mail.ts';

/** How an email can be looked at. */
export const VIEWS = ['html', 'text', 'headers', 'source'] as const;
/** A way to look at an email. */
export type View = (typeof VIEWS)[number];

const VIEW_LABELS: Readonly<Record<View, string>> = {
  html: 'HTML',
  text: 'Text',
  headers: 'Headers',
  source: 'Source',
};

/** One email: a string of HTML. @param zone of the times shown */
export function mailPage(email: ReadMail, { view, zone }: { view: View; zone: string }): string {
  const { mail, subject, from, to } = email;
  const path = `/inbox/${mail.messageId}`;
  const tags = Object.entries(mail.tags).map(([name, value]) => `${name}: ${value}`);
  return localPage({
    title: `${subject} · Crier`,
    links: [{ href: '/inbox', label: 'All emails' }],
    body: (
      <>
        <h1>{subject}</h1>
        <Facts>
          <Fact name="From">{addressLine(from)}</Fact>
          <Fact name="To">{addressLine(to)}</Fact>
          <Fact name="Sent">
            <SentAt at={mail.at.toString()} zone={zone} />
          </Fact>
          <Fact name="Tags">{tags.join(' · ') || 'none'}</Fact>
        </Facts>
        <Chips label="Views">
          {VIEWS.filter((one) => one !== 'html' || email.html !== null).map((one) => (
            <Chip href={`${path}?view=${one}`} isChosen={one === view}>
              {VIEW_LABELS[one]}
            </Chip>
          ))}
        </Chips>
        <Content email={email} view={view} />
        <p>
          <a href={`${path}/source.eml`} download>
            Download
          </a>
        </p>
      </>
    ),
  });
}

function addressLine({ name, address }: Mailbox): string {
  return name ? `${name} <${address}>` : address;
}

function Content({ email, view }: { email: ReadMail; view: View }) {
  // Neither scripts nor a way back to this page, whatever the email holds.
  if (view === 'html') {
    return (
      <iframe
        class="crier-frame"
        title="The email"
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        src={`/inbox/${email.mail.messageId}/body.html`}
      />
    );
  }
  return (
    <pre class="crier-text" tabindex={0}>
      {textOf(email, view)}
    </pre>
  );
}

function textOf({ mail, text, headers }: ReadMail, view: Exclude<View, 'html'>): string {
  switch (view) {
    case 'text':
      return text;
    case 'headers':
      return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
    case 'source':
      return Buffer.from(mail.raw).toString();
  }
}
