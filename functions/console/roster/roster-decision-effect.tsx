import type { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import type { Person } from '../../domain/person.ts';
import { mayKeepKnown } from '../../domain/roster/hold.ts';
import { filersIn, type RosterVersion } from '../../domain/roster/roster-version.ts';
import { counted } from '../../lib/count.ts';
import { Alert } from '../ui/alert.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { ForgottenFacts } from './roster-changes.tsx';
import { Comparison } from './roster-comparison.tsx';
import { type Names, uploaderOf } from './roster-labels.ts';

/** What a clerk decides on a version: `keep` has its file read again, keeping what was known where it is blank. */
export type DecideAction = 'activate' | 'reject' | 'keep';

/** What the page shows on which a clerk activates or rejects a version. */
export interface DecideView {
  readonly action: DecideAction;
  readonly person: Pick<Person, 'csrf' | 'role'>;
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly version: RosterVersion;
  /** The active version. */
  readonly current: RosterVersion | null;
  readonly names: Names;
  /** A run is under way: it keeps the roster that it began with. */
  readonly isSending: boolean;
}

/** What a decision on a version does, and what to look at before it. */
export function DecisionEffect(view: DecideView) {
  if (view.action === 'keep') return <Keeping {...view} />;
  return view.action === 'activate' ? <Activation {...view} /> : <Rejection {...view} />;
}

function Keeping({ version }: DecideView) {
  return (
    <>
      <ForgottenFacts {...version.changes} />
      <h2>What will happen</h2>
      <ul class="crier-steps">
        <li>Crier will read the same file again and create a new version.</li>
        <li>Where a cell is blank or a column is missing, filers will keep the active roster’s values.</li>
        <li>Kept values of {campaign.progress.label} keep their date.</li>
        <li>
          The new version is checked like any upload and activated automatically if it passes every check.
        </li>
        <li>This version will be marked as rejected. Both are recorded with your name and reason.</li>
      </ul>
    </>
  );
}

function Activation({ version, current, zone, isSending, names }: DecideView) {
  const warnings = warningsOf(version, current);
  return (
    <>
      <Comparison version={version} current={current} zone={zone} names={names} />
      {warnings.length > 0 ? (
        <Alert kind="warning" title="Review this first" live="off">
          <ul class="usa-alert__text">
            {warnings.map((one) => (
              <li>{one}</li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <ForgottenFacts {...version.changes} />
      {mayKeepKnown(version) ? (
        <p>
          Is the file blank where it shouldn’t be?{' '}
          <a href={`/roster/versions/${version.version}/keep`}>Keep known values instead</a>
        </p>
      ) : null}
      <h2>What will happen</h2>
      <ul class="crier-steps">
        <li>
          From now on, every phase that starts will use the {counted(filersIn(version), 'filer')} in this
          roster and their states.
        </li>
        <li>
          {isSending
            ? 'Emails are being sent right now: that run will continue with the roster it started with.'
            : 'This alone sends no emails.'}
        </li>
        <li>
          {current
            ? 'The current roster is kept and can be reactivated.'
            : 'It will be the first active roster.'}
        </li>
        <li>Recorded with your name and reason.</li>
      </ul>
    </>
  );
}

function warningsOf(version: RosterVersion, current: RosterVersion | null): string[] {
  const isBack = current !== null && current.version > version.version;
  return [
    ...version.held.map(({ reason }) => `${reason}.`),
    ...(isBack
      ? ['It is older than the active roster. Anything uploaded since then will no longer count.']
      : []),
    ...(losesProgress(version, current)
      ? [`The active roster has newer ${campaign.progress.label}, which will be lost.`]
      : []),
  ];
}

function losesProgress({ progressAsOf }: RosterVersion, current: RosterVersion | null): boolean {
  const known = current?.progressAsOf ?? null;
  return known !== null && (progressAsOf === null || progressAsOf < known);
}

function Rejection({ version, zone, current, names }: DecideView) {
  return (
    <>
      <p>
        Uploaded <CourtTime at={version.uploadedAt} zone={zone} /> by {uploaderOf(version, names)}, with{' '}
        {counted(filersIn(version), 'filer')}.
      </p>
      <h2>What will happen</h2>
      <ul class="crier-steps">
        <li>
          It will be marked as rejected.{' '}
          {current ? 'The active roster stays active.' : 'No roster is active, so nothing will be sent.'}
        </li>
        <li>You can still activate it until it is deleted.</li>
        <li>Recorded with your name and reason.</li>
      </ul>
    </>
  );
}
