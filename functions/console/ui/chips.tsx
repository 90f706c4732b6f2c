import type { Child } from 'hono/jsx';

interface ChipsProps {
  /** Names the choice for screen readers. */
  readonly label: string;
  /** `Chip` elements. */
  readonly children: Child;
}

/** Links of which one is chosen: they filter what is below. */
export function Chips({ label, children }: ChipsProps) {
  return (
    <nav aria-label={label}>
      <ul class="crier-chips">{children}</ul>
    </nav>
  );
}

interface ChipProps {
  readonly href: string;
  readonly isChosen: boolean;
  /** How many there are. @default not shown */
  readonly count?: string | undefined;
  readonly children: Child;
}

/** One choice. */
export function Chip({ href, isChosen, count, children }: ChipProps) {
  return (
    <li>
      <a class="crier-chip" href={href} aria-current={isChosen ? 'true' : undefined}>
        {children}
        {count === undefined ? null : (
          <>
            {' '}
            <span class="crier-chip__count">{count}</span>
          </>
        )}
      </a>
    </li>
  );
}
