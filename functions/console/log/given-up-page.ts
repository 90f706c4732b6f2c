import { html } from 'hono/html';
import type { Person } from '../../domain/person.ts';
import { actForm, submitButton, textField } from '../ui/action-form.tsx';
import { counted } from '../ui/count.ts';
import type { Html } from '../ui/html.ts';
import type { Page } from '../ui/layout.tsx';

/** Work that failed again and again and was put aside. */
export interface GivenUpView {
  readonly person: Pick<Person, 'csrf'>;
  /** About so many pieces of work. */
  readonly letters: number;
  /** What was wrong with the form. */
  readonly problem?: string | undefined;
}

export function givenUpPage(view: GivenUpView): Page {
  return {
    title: 'Work that was given up',
    current: '/log',
    back: { label: 'Send log', href: '/log' },
    body: html`<p>What fails five times is put aside, so that it holds up nothing else: a part of a run, an upload, news of an email.
Nothing of it is lost.</p>
${view.letters === 0 ? html`<p class="crier-calm">Nothing was given up.</p>` : form(view)}`,
  };
}

function form({ person, letters, problem }: GivenUpView): Html {
  return html`<p><strong>${counted(letters, 'piece')} of work</strong> ${letters === 1 ? 'waits' : 'wait'} to be brought back.</p>
<h2 id="back">Bring it back</h2>
<p>See first that the cause is mended: the alarm’s message names it. Nobody gets an email twice by this.</p>
${actForm('/log/given-up', {
  person,
  label: 'Bring back what was given up',
  body: html`${textField({ name: 'why', label: 'Why', hint: 'It is kept in the audit', problem })}${submitButton('Bring it back')}`,
})}`;
}
