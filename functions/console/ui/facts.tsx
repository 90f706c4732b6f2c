import type { Child } from 'hono/jsx';

interface FactsProps {
  /** `list` has one fact a line, `columns` as many as fit. @default 'list' */
  readonly look?: keyof typeof LOOKS;
  /** `Fact` elements. */
  readonly children: Child;
}

const LOOKS = { list: 'crier-list', columns: 'crier-facts' } as const;

/** Names and what is known under each. */
export function Facts({ look = 'list', children }: FactsProps) {
  return <dl class={LOOKS[look]}>{children}</dl>;
}

interface FactProps {
  readonly name: Child;
  /** `crier-break` for text without spaces. @default none */
  readonly class?: string;
  readonly children: Child;
}

/** One fact: its name and its value. */
export function Fact({ name, class: look, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd class={look}>{children}</dd>
    </div>
  );
}
