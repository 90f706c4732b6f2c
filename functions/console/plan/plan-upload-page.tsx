import type { Person } from '../../domain/person.ts';
import { Hidden, SubmitButton } from '../ui/action-form.tsx';
import { FieldProblem } from '../ui/field.tsx';
import { FormScope, useKeptField } from '../ui/form-context.tsx';
import type { Page } from '../ui/layout.tsx';
import { CHECK_PATH } from './checked-plan.ts';

interface PlanUploadView {
  readonly person: Person;
}

/** The form that uploads a plan. */
export function planUploadPage(view: PlanUploadView): Page {
  return {
    title: 'Upload a launch plan',
    back: { href: '/plan', label: 'Launch plan' },
    current: '/plan',
    body: (
      <>
        <p>You’ll review the changes before anything happens.</p>
        <UploadForm {...view} />
      </>
    ),
  };
}

function UploadForm({ person }: PlanUploadView) {
  return (
    <form class="usa-form crier-form" method="post" action={CHECK_PATH} enctype="multipart/form-data">
      <Hidden name="csrf" value={person.csrf} />
      <FormScope action={CHECK_PATH}>
        <FileField />
      </FormScope>
      <SubmitButton>Review changes</SubmitButton>
    </form>
  );
}

function FileField() {
  const { id, problem } = useKeptField('file');
  return (
    <div class={`usa-form-group${problem ? ' usa-form-group--error' : ''}`}>
      <label class="usa-label" for={id}>
        The plan’s file
      </label>
      <span class="usa-hint" id="file-hint">
        A .json file of at most 200 KB
      </span>
      {problem ? <FieldProblem id="file-problem">{problem}</FieldProblem> : null}
      <input
        class="usa-file-input"
        id={id}
        type="file"
        name="file"
        accept=".json,application/json"
        aria-describedby={problem ? 'file-hint file-problem' : 'file-hint'}
      />
    </div>
  );
}
