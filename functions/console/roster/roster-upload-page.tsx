import { campaign } from '#campaign';
import type { UploadKind } from '../../domain/upload.ts';
import { FORM_MINUTES, MAX_UPLOAD_BYTES, type SignedForm } from '../../domain/upload-place.ts';
import { Hidden } from '../ui/action-form.tsx';
import { Alert } from '../ui/alert.tsx';
import type { Page } from '../ui/layout.tsx';
import { sizeLabel } from './roster-labels.ts';
import { ExampleLink, PlanFirst, ROSTER } from './roster-start.tsx';

/** What the page shows on which a file is uploaded. */
export interface UploadView {
  readonly kind: UploadKind;
  /** Works without any script: S3 redirects to the page of the upload. */
  readonly form: SignedForm;
  readonly csrf: string;
  readonly hasPlan: boolean;
  /** Whether an update has a roster to change. */
  readonly hasRoster: boolean;
}

const { key, progress } = campaign;

const LABELS = {
  roster: {
    title: 'Upload a roster',
    text:
      'A whole roster replaces the active one: ' +
      'filers who aren’t in the file will no longer receive emails.',
    other: `Has only the ${progress.label} changed, or a few columns?`,
    otherLabel: 'Upload an update instead',
    otherHref: '/roster/upload?kind=update',
  },
  update: {
    title: 'Upload an update',
    text:
      'An update changes only the columns and the people that are in the file: ' +
      `the ${key.label}, and for example ${progress.status} and ${progress.asOf}.`,
    other: 'Does the file contain every filer?',
    otherLabel: 'Upload a whole roster instead',
    otherHref: '/roster/upload',
  },
} as const;

/** Chooses a file, and sends it to the bucket without passing through the console. */
export function uploadPage(view: UploadView): Page {
  const { title, text, other, otherLabel, otherHref } = LABELS[view.kind];
  const canUpload = view.hasPlan && (view.kind === 'roster' || view.hasRoster);
  return {
    title,
    current: '/roster',
    scripts: ['upload'],
    back: ROSTER,
    body: (
      <>
        {canUpload ? null : view.hasPlan ? <RosterFirst /> : <PlanFirst />}
        <p>{text}</p>
        {canUpload ? <UploadForm {...view} /> : null}
        {view.hasPlan ? (
          <p>
            {other} <a href={otherHref}>{otherLabel}</a>
          </p>
        ) : null}
        <NextSteps />
        <p>
          <ExampleLink />
        </p>
      </>
    ),
  };
}

function RosterFirst() {
  return (
    <Alert
      kind="warning"
      title="A roster comes first"
      text="There is no active roster to update. Upload a whole roster."
    />
  );
}

function NextSteps() {
  return (
    <>
      <h2>What happens then</h2>
      <ol class="crier-steps">
        <li>Every row is checked. You’ll see how many were accepted, and the problems by row.</li>
        <li>
          A clean file is activated automatically. One with many problems, or in which many filers are gone or
          newly have no usable address, waits for your decision.
        </li>
        <li>Nothing is lost: the previous roster can be reactivated at any time.</li>
      </ol>
    </>
  );
}

function UploadForm({ kind, form: { url, fields }, csrf }: UploadView) {
  return (
    <form
      class="crier-upload"
      method="post"
      action={url}
      enctype="multipart/form-data"
      data-upload="/roster/upload"
      data-kind={kind}
      data-csrf={csrf}
      data-max={MAX_UPLOAD_BYTES}
    >
      {Object.entries(fields).map(([name, value]) => (
        <Hidden name={name} value={value} />
      ))}
      <FileDrop />
      <button class="usa-button" type="submit">
        Upload
      </button>
      <div class="crier-sending" hidden>
        <p class="crier-sending__words" role="status"></p>
        <progress class="crier-sending__bar" max="100" value="0" aria-label="Upload"></progress>
        <button class="usa-button usa-button--outline" type="button">
          Cancel upload
        </button>
      </div>
      <div class="crier-failed" role="alert"></div>
      <noscript>
        <p class="usa-hint">
          This form works for {FORM_MINUTES} minutes, once. If it is refused, reload this page.
        </p>
      </noscript>
    </form>
  );
}

function FileDrop() {
  return (
    <div class="crier-drop">
      <label class="usa-label crier-drop__label" for="file">
        The file
      </label>
      <span class="usa-hint" id="file-hint">
        CSV or Excel (.xlsx), at most {sizeLabel(MAX_UPLOAD_BYTES)}.
        <span class="crier-drop__hint" hidden>
          {' '}
          You can also drop it here.
        </span>
      </span>
      <input
        class="crier-drop__input"
        type="file"
        id="file"
        name="file"
        accept=".csv,.tsv,.txt,.xlsx"
        required
        aria-describedby="file-hint"
      />
    </div>
  );
}
