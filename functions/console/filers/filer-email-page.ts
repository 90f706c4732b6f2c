import { html } from 'hono/html';
import { STATE_WORDS } from '../../domain/filer/state.ts';
import type { SendStatus } from '../../domain/send/status.ts';
import type { ComposedEmail, EmailInput } from '../../email/email-input.ts';
import type { SendLine } from '../../queries/send-line.ts';
import { phaseName } from '../phases/phase-name.ts';
import { noticeBox } from '../ui/alert.tsx';
import { timeOf } from '../ui/court-time.tsx';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';
import { nameOf } from '../ui/send-table.tsx';
import { sendReason, statusTag } from '../ui/send-tag.tsx';

/** One email of one filer. */
export interface FilerEmailView {
  readonly filerId: string;
  /** The id of its run, or `next`. */
  readonly which: string;
  readonly zone: string;
  /** `null`: the roster that it was made from is deleted. */
  readonly email: {
    readonly input: EmailInput;
    readonly send: SendLine | null;
    readonly composed: Pick<ComposedEmail, 'subject' | 'text'>;
  } | null;
}

export function filerEmailPage(view: FilerEmailView): Page {
  const { email, filerId } = view;
  const back = { label: (email && nameOf(email.input.filer)) || 'The filer', href: `/filers/${filerId}` };
  if (!email) {
    return {
      title: 'An email that can’t be shown',
      current: '/filers',
      back,
      body: html`<p>The roster from which it was made is deleted by now, and emails themselves are not kept.</p>`,
    };
  }
  const { kind, phase, filer } = email.input;
  return {
    title: `${phaseName({ kind, ...phase })} to ${nameOf(filer)}`,
    current: '/filers',
    back,
    body: html`${notice(email)}${envelope(view, email)}${content(view, email)}`,
  };
}

/** With these nothing has gone out. */
const NOT_OUT: ReadonlySet<SendStatus> = new Set(['skipped', 'failed', 'waiting']);

function notice({ send }: NonNullable<FilerEmailView['email']>): Html {
  if (!send) {
    return noticeBox({
      kind: 'info',
      title: 'Not sent yet',
      text: 'This is what it would say by the plan and the roster in force now.',
    });
  }
  if (NOT_OUT.has(send.status)) {
    const why = send.reason ? ` ${sendReason(send.status, send.reason)}.` : '';
    return noticeBox({
      kind: 'warning',
      title: 'This email has not gone out',
      text: `${send.meaning}${why} This is what it would have said.`,
    });
  }
  return noticeBox({
    kind: 'info',
    title: 'Made anew, not a copy',
    text: 'Crier keeps no emails. This one was made just now from the plan and the roster that its phase used, for the moment at which it went out.',
  });
}

function envelope(
  { zone }: FilerEmailView,
  { input, send, composed }: NonNullable<FilerEmailView['email']>,
): Html {
  const { to, at, state } = input;
  return html`<dl class="crier-facts">
  ${send ? html`<div><dt>Status</dt><dd>${statusTag(send.status)} <a href="/log/${send.runId}/${send.filerId}">What became of it</a></dd></div>` : ''}
  <div><dt>To</dt><dd>${to || 'Nobody: the roster has no usable address'}</dd></div>
  <div><dt>${send ? 'As of' : 'Planned for'}</dt><dd>${timeOf(at, zone)}</dd></div>
  <div><dt>Why this text</dt><dd>${STATE_WORDS[state.state]} (rule ${String(state.rule)}), because ${state.reason}</dd></div>
  <div><dt>Subject</dt><dd><strong>${composed.subject}</strong></dd></div>
</dl>`;
}

function content(
  { filerId, which }: FilerEmailView,
  { composed }: NonNullable<FilerEmailView['email']>,
): Html {
  const source = `/filers/${filerId}/emails/${which}/html`;
  return html`<h2 id="html">As most people see it</h2>
<iframe class="crier-frame" src="${source}" title="The email as HTML" sandbox=""></iframe>
<p><a href="${source}">Show it alone</a></p>
<h2 id="text">As text</h2>
<pre class="crier-text" tabindex="0" role="region" aria-labelledby="text">${composed.text}</pre>`;
}
