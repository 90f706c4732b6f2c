import { html } from 'hono/html';
import type { Person } from '../../domain/person.ts';
import type { Html } from './html.ts';

/** A form that changes something: it carries the secret without which nothing is done. */
export function actForm(action: string, { person, body, label }: ActForm): Html {
  return html`<form class="usa-form crier-form" method="post" action="${action}"${label ? html` aria-label="${label}"` : ''}>
  <input type="hidden" name="csrf" value="${person.csrf}">
  ${body}
</form>`;
}

export interface ActForm {
  readonly person: Pick<Person, 'csrf'>;
  readonly body: Html;
  /** For screen readers, where no heading says it. */
  readonly label?: string;
}

/** One line to type in, with its label, hint and what was wrong with it. */
export function textField({
  name,
  label,
  hint,
  value = '',
  problem,
  isRequired = true,
  rows,
}: TextField): Html {
  const described = [hint && `${name}-hint`, problem && `${name}-problem`].filter(Boolean).join(' ');
  const attributes = html`id="${name}" name="${name}"${described ? html` aria-describedby="${described}"` : ''}${problem ? html` aria-invalid="true"` : ''}${isRequired ? html` required` : ''}`;
  return html`<div class="usa-form-group${problem ? ' usa-form-group--error' : ''}">
  <label class="usa-label" for="${name}">${label}</label>
  ${hint ? html`<span class="usa-hint" id="${name}-hint">${hint}</span>` : ''}
  ${problem ? html`<span class="usa-error-message" id="${name}-problem" role="alert">${problem}</span>` : ''}
  ${
    rows
      ? html`<textarea class="usa-textarea" rows="${rows}" ${attributes}>${value}</textarea>`
      : html`<input class="usa-input${problem ? ' usa-input--error' : ''}" type="text" autocomplete="off" value="${value}" ${attributes}>`
  }
</div>`;
}

export interface TextField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  readonly problem?: string | undefined;
  /** @default true */
  readonly isRequired?: boolean;
  /** Lines of a larger field. @default one line */
  readonly rows?: number;
}

/** The button that does it. */
export function submitButton(label: string, kind: 'plain' | 'outline' | 'danger' = 'plain'): Html {
  const look = { plain: '', outline: ' usa-button--outline', danger: ' usa-button--secondary' }[kind];
  return html`<button class="usa-button${look}" type="submit">${label}</button>`;
}
