import { STATE_WORDS } from '../../domain/filer/state.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import type { ComposedEmail, EmailInput } from '../../email/email-input.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { Alert } from '../ui/alert.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { Fact, Facts } from '../ui/facts.tsx';
import type { Page } from '../ui/layout.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { reasonSentence, SendTag } from '../ui/send-tag.tsx';

/** An email, re-created from what it was or will be made from. */
interface RemadeEmail {
  readonly input: EmailInput;
  /** `null`: it is still to come. */
  readonly send: SendLine | null;
  readonly composed: Pick<ComposedEmail, 'subject' | 'text'>;
}

/** One email of one filer. */
interface FilerEmailView {
  readonly filerId: string;
  /** The id of its run, or `next`. */
  readonly which: string;
  readonly zone: string;
  /** `null`: the roster that it was made from is deleted. */
  readonly email: RemadeEmail | null;
}

/** One email of one filer, in HTML and as text. */
export function filerEmailPage({ email, filerId, which, zone }: FilerEmailView): Page {
  const back = { label: (email && nameOf(email.input.filer)) || 'The filer', href: `/filers/${filerId}` };
  if (!email) {
    return {
      title: 'An email that can’t be shown',
      current: '/filers',
      back,
      body: <p>The roster that it was made from has been deleted, and Crier doesn’t keep emails.</p>,
    };
  }
  const { kind, phase, filer } = email.input;
  return {
    title: `${phaseName({ kind, ...phase })} to ${nameOf(filer)}`,
    current: '/filers',
    back,
    body: (
      <>
        <Note {...email} />
        <Envelope email={email} zone={zone} />
        <Content source={`/filers/${filerId}/emails/${which}/html`} text={email.composed.text} />
      </>
    ),
  };
}

/** With these nothing was sent. */
const UNSENT: ReadonlySet<SendStatus> = new Set(['skipped', 'failed', 'waiting']);

function Note({ send }: RemadeEmail) {
  if (!send) {
    const text = 'This is what it would say, based on the current plan and the active roster.';
    return <Alert kind="info" title="Not sent yet" text={text} />;
  }
  if (UNSENT.has(send.status)) {
    const why = reasonSentence(send.status, send.reason);
    const text = `${send.meaning}${why} This is what it would have said.`;
    return <Alert kind="warning" title="This email wasn’t sent" text={text} />;
  }
  const text = [
    'Crier doesn’t keep emails. This one was re-created from the plan and the roster that its phase used,',
    'as of the time it was sent.',
  ];
  return <Alert kind="info" title="Re-created, not a stored copy" text={text.join(' ')} />;
}

function Envelope({ email: { input, send, composed }, zone }: { email: RemadeEmail; zone: string }) {
  const { to, at, state } = input;
  return (
    <Facts look="columns">
      {send ? (
        <Fact name="Status">
          <SendTag status={send.status} reason={send.reason} />{' '}
          <a href={`/log/${send.runId}/${send.filerId}`}>View status</a>
        </Fact>
      ) : null}
      <Fact name="To">{to || 'No one: the roster has no usable address'}</Fact>
      <Fact name={send ? 'As of' : 'Planned for'}>
        <CourtTime at={at} zone={zone} />
      </Fact>
      <Fact name="Reason for this text">
        {STATE_WORDS[state.state]} (rule {state.rule}), because {state.reason}
      </Fact>
      <Fact name="Subject">
        <strong>{composed.subject}</strong>
      </Fact>
    </Facts>
  );
}

function Content({ source, text }: { source: string; text: string }) {
  return (
    <>
      <h2 id="html">As most people see it</h2>
      <iframe class="crier-frame" src={source} title="The email as HTML" sandbox="" />
      <p>
        <a href={source}>Open separately</a>
      </p>
      <h2 id="text">As text</h2>
      <pre class="crier-text" tabindex={0} role="region" aria-labelledby="text">
        {text}
      </pre>
    </>
  );
}
