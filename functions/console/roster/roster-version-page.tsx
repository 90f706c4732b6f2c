import type { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import type { ActivationDecision } from '../../domain/roster/activation.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import type { ProblemPage } from '../../domain/roster/stored-problems.ts';
import { fileNameOf } from '../../domain/upload-place.ts';
import { Alert } from '../ui/alert.tsx';
import { capital } from '../ui/capital.ts';
import { count, counted } from '../ui/count.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import { Fact, Facts } from '../ui/facts.tsx';
import { Figure, Figures } from '../ui/figures.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { Changes } from './roster-changes.tsx';
import { actorOf, KIND_LABELS, STATUS_LABELS, uploaderOf, type VersionStatus } from './roster-labels.ts';
import { Problems } from './roster-problems.tsx';
import { ROSTER } from './roster-start.tsx';

/** What the report of a version shows. */
export interface VersionView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly isClerk: boolean;
  readonly version: RosterVersion;
  readonly status: VersionStatus;
  /** Whether another roster than its base is active. */
  readonly baseIsPast: boolean;
  /** Decisions on this version, newest first. */
  readonly decisions: readonly ActivationDecision[];
  readonly deletedAfter: string | null;
  /** A page of its problems; `null` when the report has been deleted. */
  readonly problems: ProblemPage | null;
  readonly isFirstPage: boolean;
}

/** The report of one version: what it holds, what changed, what is wrong, and what can be done with it. */
export function versionPage(view: VersionView): Page {
  const { version, status, zone, isFirstPage } = view;
  const { name, tone } = STATUS_LABELS[status];
  return {
    title: 'Report of a roster',
    ownHeading: true,
    back: ROSTER,
    current: '/roster',
    body: (
      <>
        <h1>
          {KIND_LABELS[version.kind]} of <CourtTime at={version.uploadedAt} zone={zone} />{' '}
          <Tag tone={tone}>{name}</Tag>
        </h1>
        {isFirstPage ? <FirstPage {...view} /> : null}
        {status === 'incomplete' ? null : <Problems {...view} />}
        {isFirstPage ? <Record {...view} /> : null}
      </>
    ),
  };
}

function FirstPage(view: VersionView) {
  const { version, status, isClerk } = view;
  if (status === 'incomplete') {
    return (
      <p>
        This file is still being read. <a href={`/roster/versions/${version.version}`}>Look again</a>
      </p>
    );
  }
  return (
    <>
      {status === 'held' && version.held.length > 0 ? <Held {...view} /> : <p>{MEANINGS[status]}</p>}
      {isClerk ? <Buttons version={version} status={status} /> : null}
      <RowFigures {...version} />
      <Changes {...view} />
    </>
  );
}

const MEANINGS: Readonly<Record<VersionStatus, string>> = {
  held: 'It waits for a decision: the roster before it stays in force.',
  waiting: 'It waits for a decision: the roster before it stays in force.',
  active: 'Every email goes by this roster.',
  rejected: 'It was rejected, and is not in force.',
  replaced: 'It was in force, and another one has taken its place.',
  expired: 'It is being deleted.',
  incomplete: 'It is still being read.',
};

function Held({ version, isClerk }: VersionView) {
  const title = isClerk ? 'You decide on this one' : 'The clerk decides on this one';
  return (
    <Alert kind="warning" title={title} live="off">
      <ul class="usa-alert__text crier-reasons">
        {version.held.map(({ reason }) => (
          <li>{reason}.</li>
        ))}
      </ul>
      <p class="usa-alert__text">The roster before it stays in force until then.</p>
    </Alert>
  );
}

function Buttons({ version: { version, activatedAt }, status }: Pick<VersionView, 'version' | 'status'>) {
  if (status === 'active' || status === 'expired') return null;
  const path = `/roster/versions/${version}`;
  return (
    <div class="crier-actions">
      <a class="usa-button" href={`${path}/activate`}>
        {activatedAt === null ? 'Put it in force' : 'Put it back in force'}
      </a>
      {status === 'rejected' ? null : (
        <a class="usa-button usa-button--outline" href={`${path}/reject`}>
          Reject it
        </a>
      )}
    </div>
  );
}

function RowFigures({ filers, rows }: RosterVersion) {
  return (
    <Figures>
      <Figure name="Filers" main={count(filers)}>
        in this version
      </Figure>
      <Figure name="Rows taken" main={count(rows.accepted)}>
        {counted(rows.warned, 'row')} to look at
      </Figure>
      <Figure name="Rows left out" main={count(rows.rejected)}>
        mend and upload them again
      </Figure>
      <Figure name="Without an email" main={count(rows.unreachable)}>
        on the phone list
      </Figure>
    </Figures>
  );
}

const DECIDED = { activate: 'Put in force', reject: 'Rejected' } as const;

function Record({ version, zone, now, decisions, deletedAfter }: VersionView) {
  const { uploadedAt, key, progressAsOf } = version;
  return (
    <Section id="record" title="On the record">
      <Facts look="columns">
        <Fact name="Uploaded" class="crier-break">
          <CourtTime at={uploadedAt} zone={zone} />, {fromNow(uploadedAt, now)}
        </Fact>
        <Fact name="By" class="crier-break">
          {uploaderOf(version)}
        </Fact>
        <Fact name="File" class="crier-break">
          {fileNameOf(key)}
        </Fact>
        <Fact name={capital(campaign.progress.label)} class="crier-break">
          {progressAsOf === null ? (
            'none in it'
          ) : (
            <>
              as of <CourtTime at={progressAsOf} zone={zone} />
            </>
          )}
        </Fact>
        <Fact name="Kept" class="crier-break">
          {deletedAfter === null ? (
            'as long as it is needed'
          ) : (
            <>
              until <CourtTime at={deletedAfter} zone={zone} />
            </>
          )}
        </Fact>
        <Fact name="Version" class="crier-break">
          <code class="crier-break">{version.version}</code>
        </Fact>
      </Facts>
      {decisions.length === 0 ? (
        <p>Nobody has decided on it yet.</p>
      ) : (
        <Decisions decisions={decisions} zone={zone} />
      )}
    </Section>
  );
}

function Decisions({ decisions, zone }: Pick<VersionView, 'decisions' | 'zone'>) {
  return (
    <ul class="crier-acts">
      {decisions.map((decision) => (
        <li>
          <strong>{DECIDED[decision.action]}</strong> <CourtTime at={decision.at} zone={zone} /> by{' '}
          {actorOf(decision)}: <q>{decision.why}</q>
        </li>
      ))}
    </ul>
  );
}
