import type { Child } from 'hono/jsx';

interface SectionProps {
  /** The heading's id, to link to. */
  readonly id: string;
  readonly title: Child;
  /** `crier-action-panel` for what a person can do here. @default none */
  readonly class?: string;
  readonly children?: Child;
}

/** A part of a page under its heading of the second rank. */
export function Section({ id, title, class: look, children }: SectionProps) {
  return (
    <section class={look} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
