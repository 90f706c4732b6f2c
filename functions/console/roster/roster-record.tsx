import type { Temporal } from 'temporal-polyfill';
import { campaign } from '#campaign';
import type { ActivationDecision } from '../../domain/roster/activation.ts';
import type { RosterVersion } from '../../domain/roster/roster-version.ts';
import { fileNameOf } from '../../domain/upload-place.ts';
import { capitalized } from '../../lib/letter-case.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import { Fact, Facts } from '../ui/facts.tsx';
import { Section } from '../ui/section.tsx';
import { AsOf } from './as-of.tsx';
import { actorOf, type Names, uploaderOf } from './roster-labels.ts';

const DECIDED = { activate: 'Activated', reject: 'Rejected' } as const;

interface VersionRecordProps {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly version: RosterVersion;
  /** Decisions on this version, newest first. */
  readonly decisions: readonly ActivationDecision[];
  readonly deletedAfter: string | null;
  readonly names: Names;
}

/** Where a version came from, how long it is kept, and who decided on it. */
export function VersionRecord({ version, zone, now, decisions, deletedAfter, names }: VersionRecordProps) {
  const { uploadedAt, key, progressAsOf, keeps } = version;
  return (
    <Section id="record" title="History">
      <Facts look="columns">
        <Fact name="Uploaded" class="crier-break">
          <CourtTime at={uploadedAt} zone={zone} />, {fromNow(uploadedAt, now)}
        </Fact>
        <Fact name="By" class="crier-break">
          {uploaderOf(version, names)}
        </Fact>
        <Fact name="File" class="crier-break">
          {fileNameOf(key)}
        </Fact>
        {keeps === undefined ? null : (
          <Fact name="Read again" class="crier-break">
            from <a href={`/roster/versions/${keeps}`}>an earlier version</a>, keeping known values where it
            is blank
          </Fact>
        )}
        <Fact name={capitalized(campaign.progress.label)} class="crier-break">
          {progressAsOf === null ? 'none in it' : <AsOf at={progressAsOf} zone={zone} />}
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
        <p>No one has decided on it.</p>
      ) : (
        <Decisions decisions={decisions} zone={zone} names={names} />
      )}
    </Section>
  );
}

function Decisions({ decisions, zone, names }: Pick<VersionRecordProps, 'decisions' | 'zone' | 'names'>) {
  return (
    <ul class="crier-decisions">
      {decisions.map((decision) => (
        <li>
          <strong>{DECIDED[decision.action]}</strong> <CourtTime at={decision.at} zone={zone} /> by{' '}
          {actorOf(decision, names)}: <q>{decision.why}</q>
        </li>
      ))}
    </ul>
  );
}
