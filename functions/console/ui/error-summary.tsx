import type { KeptForm } from '../../aws/kept-forms.ts';
import { WHOLE_FORM } from '../http/form.ts';
import { Alert, AlertText } from './alert.tsx';
import { problemId } from './form-context.tsx';

/** On top of a page whose form needs another look: why, and links to the fields. It gets the focus. */
export function ErrorSummary({ form }: { readonly form: KeptForm | 'gone' }) {
  if (form === 'gone') return <Gone />;
  const problems = Object.entries(form.problems);
  if (problems.length === 0) return <NotSubmitted />;
  return (
    <div class="usa-alert usa-alert--error" role="alert" tabindex={-1} autofocus id="error-summary">
      <div class="usa-alert__body">
        <h2 class="usa-alert__heading">
          {problems.length === 1 ? 'There is a problem' : `There are ${problems.length} problems`}
        </h2>
        <AlertText>
          {form.isSaved
            ? 'What you entered is saved in the draft. Fix what is listed here before you activate it.'
            : 'Nothing has changed yet. Fix what is listed here, then submit the form again.'}
        </AlertText>
        <ul class="crier-summary">
          {problems.map(([name, text]) => (
            <li>{name === WHOLE_FORM ? text : <a href={`#${problemId(name)}`}>{text}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function NotSubmitted() {
  return (
    <Alert kind="warning" title="Your form was not submitted">
      <AlertText>
        You were signed out before you submitted it. What you entered is still here: check it, then submit the
        form again.
      </AlertText>
    </Alert>
  );
}

function Gone() {
  return (
    <Alert kind="warning" title="What you entered is no longer available">
      <AlertText>
        Crier keeps an unfinished form for a limited time, for the person who filled it in. Please fill it in
        again.
      </AlertText>
    </Alert>
  );
}
