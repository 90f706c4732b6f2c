import type { Child } from 'hono/jsx';

interface EmptyStateProps {
  readonly title: string;
  /** The link to what comes first. @default none */
  readonly action?: { readonly href: string; readonly label: string };
  /** What can be done right here. @default nothing */
  readonly form?: Child;
  /** Why there is nothing, in a sentence or two. */
  readonly children: Child;
}

/** What a page shows where there is nothing yet: why, and what to do first. */
export function EmptyState({ title, action, form, children }: EmptyStateProps) {
  return (
    <div class="crier-empty">
      <h2 class="crier-empty__title">{title}</h2>
      <p>{children}</p>
      {action ? (
        <a class="usa-button" href={action.href}>
          {action.label}
        </a>
      ) : null}
      {form}
    </div>
  );
}
