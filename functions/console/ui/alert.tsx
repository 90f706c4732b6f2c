import type { Child } from 'hono/jsx';
import * as z from 'zod';

/** A notice as the cookie carries it from one page to the next. */
export const noticeSchema = z.strictObject({
  kind: z.enum(['success', 'info', 'warning', 'error']),
  title: z.string().max(200),
  text: z.string().max(1500).optional(),
});

/** The result of an action, or what a page has to say before all else. Plain sentences. */
export type Notice = Readonly<z.output<typeof noticeSchema>>;

interface AlertProps {
  readonly kind: Notice['kind'];
  /** @default no heading */
  readonly title?: string;
  /** A paragraph: the same as one `AlertText`. @default none */
  readonly text?: string | undefined;
  /** Without the icon: for one sentence among others. @default false */
  readonly slim?: boolean;
  /**
   * How screen readers announce it: `alert` interrupts them, `status` waits for a pause, `off` is read in its place.
   * @default `alert` for an error, otherwise `status`
   */
  readonly live?: 'alert' | 'status' | 'off';
  /** Markup after the text. @default none */
  readonly children?: Child;
}

/** A box in the color of its kind. A `Notice` can be spread into it. */
export function Alert({ kind, title, text, slim = false, live, children }: AlertProps) {
  const role = live ?? (kind === 'error' ? 'alert' : 'status');
  return (
    <div
      class={`usa-alert usa-alert--${kind}${slim ? ' usa-alert--slim' : ''}`}
      role={role === 'off' ? undefined : role}
    >
      <div class="usa-alert__body">
        {title ? <h2 class="usa-alert__heading">{title}</h2> : null}
        {text ? <AlertText>{text}</AlertText> : null}
        {children}
      </div>
    </div>
  );
}

/** A paragraph of an alert. */
export function AlertText({ children }: { readonly children: Child }) {
  return <p class="usa-alert__text">{children}</p>;
}
