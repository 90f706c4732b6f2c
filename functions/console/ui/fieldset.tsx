import type { Child } from 'hono/jsx';
import { FieldProblem } from './field.tsx';

interface FieldsetProps {
  /** What the error summary links to. */
  readonly id: string;
  /** What is asked. */
  readonly label: string;
  /** `usa-legend`: a question of its own; `usa-label`: among other fields. */
  readonly look: 'usa-legend' | 'usa-label';
  /** What was wrong with the answer; `undefined`: nothing. */
  readonly problem: string | undefined;
  readonly children: Child;
}

/** Choices that answer one question, with what was wrong. */
export function Fieldset({ id, label, look, problem, children }: FieldsetProps) {
  return (
    <fieldset
      class={`usa-fieldset usa-form-group${problem ? ' usa-form-group--error' : ''}`}
      id={id}
      tabindex={-1}
      aria-describedby={problem ? `${id}-problem` : undefined}
    >
      <legend class={look}>{label}</legend>
      {problem ? <FieldProblem id={`${id}-problem`}>{problem}</FieldProblem> : null}
      {children}
    </fieldset>
  );
}
