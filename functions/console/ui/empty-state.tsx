export interface EmptyStateProps {
  readonly title: string;
  readonly text: string;
  /** The link to what comes first. @default none */
  readonly action?: { readonly href: string; readonly label: string };
}

/** What a page shows where there is nothing yet: why, and what to do first. */
export function EmptyState({ title, text, action }: EmptyStateProps) {
  return (
    <div class="crier-empty">
      <h2 class="crier-empty__title">{title}</h2>
      <p>{text}</p>
      {action ? (
        <a class="usa-button" href={action.href}>
          {action.label}
        </a>
      ) : null}
    </div>
  );
}

/** @deprecated Use `EmptyState`. */
export const emptyState = EmptyState;
