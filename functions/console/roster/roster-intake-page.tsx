import type { Temporal } from 'temporal-polyfill';
import type { UploadKind } from '../../domain/upload.ts';
import { counted } from '../../lib/count.ts';
import { Alert } from '../ui/alert.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import type { Page } from '../ui/layout.tsx';
import { KIND_LABELS } from './roster-labels.ts';
import { ExampleLink, ROSTER } from './roster-start.tsx';

/** How far the intake of an upload is. */
export type IntakeStep = 'waiting' | 'checking' | 'writing';

/** What the page shows that follows an upload. */
export interface IntakeView {
  readonly kind: UploadKind;
  readonly fileName: string;
  readonly zone: string;
  readonly now: Temporal.Instant;
  /** When the upload began: instant, ISO 8601 in UTC. */
  readonly since: string;
  readonly step: IntakeStep;
  /** Rows whose filers are written; `null` when that isn't known. */
  readonly rowsWritten: number | null;
  /** It takes longer than it should. */
  readonly isSlow: boolean;
}

const STEPS: readonly { readonly step: IntakeStep; readonly name: string; readonly text: string }[] = [
  {
    step: 'waiting',
    name: 'Waiting to be read',
    text: 'The file has arrived. Reading begins within seconds.',
  },
  {
    step: 'checking',
    name: 'Checking every row',
    text: 'A thousand rows take about a second; a million take a few minutes.',
  },
  {
    step: 'writing',
    name: 'Writing a new version',
    text: 'The active roster won’t change until the last row has been read.',
  },
];
/** Seconds between looks. */
const LIVE_SECONDS = 2;

/** How far the intake of an upload is. It redirects to the report once that is there. */
export function intakePage(view: IntakeView): Page {
  return {
    title: 'Your file is being read',
    current: '/roster',
    scripts: ['live'],
    refreshSeconds: 2 * LIVE_SECONDS,
    back: ROSTER,
    body: (
      <>
        <p>
          <UploadedFile {...view} /> You can leave this page: reading will continue.
        </p>
        <div role="status">
          <div id="intake" data-live={LIVE_SECONDS}>
            <Progress {...view} />
          </div>
        </div>
      </>
    ),
  };
}

function UploadedFile({
  kind,
  fileName,
  zone,
  since,
}: Pick<IntakeView, 'kind' | 'fileName' | 'zone' | 'since'>) {
  return (
    <>
      {KIND_LABELS[kind]} <strong class="crier-break">{fileName}</strong>, uploaded{' '}
      <CourtTime at={since} zone={zone} />.
    </>
  );
}

function Progress({ step, rowsWritten, isSlow, since, now }: IntakeView) {
  const at = STEPS.findIndex((one) => one.step === step);
  return (
    <>
      <ol class="crier-timeline">
        {STEPS.map(({ name, text }, index) =>
          index === at ? (
            <li class="crier-timeline__item crier-timeline__item--busy" aria-current="step">
              <StepName name={name} when="now" />
              <p>{text}</p>
              {rowsWritten ? (
                <p>
                  {counted(rowsWritten, 'row')} {rowsWritten === 1 ? 'is' : 'are'} written.
                </p>
              ) : null}
            </li>
          ) : (
            <li class={`crier-timeline__item crier-timeline__item--${index < at ? 'good' : 'plain'}`}>
              <StepName name={name} when={index < at ? 'done' : 'later'} />
            </li>
          ),
        )}
      </ol>
      {isSlow ? <Slow began={fromNow(since, now)} /> : null}
    </>
  );
}

function StepName({ name, when }: { name: string; when: 'done' | 'now' | 'later' }) {
  return (
    <h2 class="crier-timeline__name crier-timeline__name--step">
      {name} <span class="crier-subtext">{when}</span>
    </h2>
  );
}

function Slow({ began }: { began: string }) {
  const text = [
    `The upload began ${began}. A very large file may take ten minutes.`,
    'If nothing changes, contact your operations staff: if reading failed, an alarm has notified them.',
  ].join(' ');
  return <Alert kind="warning" title="This takes longer than usual" text={text} />;
}

/** What the page shows of a file that was refused whole. */
interface RefusedView {
  readonly kind: UploadKind;
  readonly fileName: string;
  readonly zone: string;
  /** When the upload began: instant, ISO 8601 in UTC. */
  readonly since: string;
  /** Why, as a sentence without its full stop. */
  readonly refused: string;
  /** Whether the same file is here already: nothing is wrong with it. */
  readonly isKnown: boolean;
}

/** Why a file can't be used at all. */
export function refusedPage(view: RefusedView): Page {
  const { kind, refused, isKnown } = view;
  return {
    title: isKnown ? 'This file is already here' : 'This file can’t be used',
    current: '/roster',
    back: ROSTER,
    body: (
      <>
        <Alert kind={isKnown ? 'info' : 'error'} title="Nothing has changed">
          <p class="usa-alert__text crier-break">{refused}.</p>
        </Alert>
        <p>
          <UploadedFile {...view} />
        </p>
        <div class="crier-actions">
          <a class="usa-button" href={`/roster/upload${kind === 'update' ? '?kind=update' : ''}`}>
            Upload another file
          </a>
          <ExampleLink look="outline" />
        </div>
      </>
    ),
  };
}
