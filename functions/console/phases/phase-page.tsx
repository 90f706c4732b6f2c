import { campaign } from '#campaign';
import { may } from '../../domain/person.ts';
import { isAnnouncement, type MessageKind } from '../../domain/plan/kinds.ts';
import { phaseName } from '../../domain/plan/phase-name.ts';
import { linkTo } from '../../lib/link-to.ts';
import { approvalLabel, claimToConfirm, phaseStatusLabel } from '../../queries/phases/phase-labels.ts';
import type { PhaseState } from '../../queries/phases/phase-state.ts';
import { whoMay } from '../people/who-may.ts';
import { DoubtfulWording } from '../plan/doubtful-wording.tsx';
import { CourtTime } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import { Fact, Facts } from '../ui/facts.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { Tag } from '../ui/tag.tsx';
import { AudienceBody } from './audience-body.tsx';
import { canDismiss, Dismissal } from './dismissal.tsx';
import { RunControls, RunProgress, RunResults } from './phase-run.tsx';
import type { PhaseView } from './phase-view.ts';
import { ReleaseFact } from './release-fact.tsx';

/** A run under way is looked at again after this many seconds. */
const REFRESH_SECONDS = 5;

/** One phase: when it is, who gets it, how far it is, and what can be done. */
export function phasePage(view: PhaseView): Page {
  const isLive = changesSoon(view);
  return {
    title: phaseName(view.phase),
    back: { href: '/phases', label: 'All phases' },
    current: '/phases',
    scripts: ['live'],
    ...(isLive && { refreshSeconds: REFRESH_SECONDS * 2 }),
    body: <Phase view={view} isLive={isLive} />,
  };
}

/** Whether the page shows something else in a moment, without anyone doing anything. */
function changesSoon({ phase: { status }, run, audience }: PhaseView): boolean {
  const isSending = run !== null && run.completedAt === null && status.kind !== 'cancelled';
  const isDue = status.kind === 'waiting' && status.reason === 'due';
  return isSending || isDue || audience.kind === 'counting';
}

function Phase({ view, isLive }: { view: PhaseView; isLive: boolean }) {
  const { phase, run, zone, cancelled } = view;
  return (
    <>
      <div id="phase" data-live={isLive ? REFRESH_SECONDS : undefined}>
        <Summary {...view} />
        {run ? <RunProgress view={view} run={run} /> : null}
      </div>
      {view.canRelease ? <ReleaseSection {...view} /> : null}
      <div class="crier-columns">
        <div>
          {isWasted(phase.status) ? (
            <p>Its time under the current plan has passed, too, so it can’t be sent again.</p>
          ) : (
            <>
              <h2 id="audience">
                {phase.status.kind === 'sent-earlier' ? 'Who would get it again' : 'Who gets it'}
              </h2>
              <AudienceBody {...view} />
            </>
          )}
        </div>
        <div>
          <h2 id="emails">What they get</h2>
          <DoubtfulWording wording={view.doubtful} />
          <p>See the exact email for any filer or state.</p>
          <p>
            <a class="usa-button usa-button--outline" href={`/phases/${phase.id}/preview`}>
              Preview and test the emails
            </a>
          </p>
          {run?.counts ? <RunResults runId={run.runId} counts={run.counts} zone={zone} /> : null}
          {run && run.completedAt === null ? <RunControls view={view} runId={run.runId} /> : null}
        </div>
      </div>
      {canDismiss(phase) ? <Dismissal person={view.person} /> : null}
      {cancelled.length > 0 ? <CancelledRuns cancelled={cancelled} zone={zone} /> : null}
    </>
  );
}

function Summary({ phase, zone, now, releasedBy }: PhaseView) {
  const { name, tone, meaning } = phaseStatusLabel(phase);
  const wasSent = phase.status.kind === 'sent-earlier';
  return (
    <>
      <div class={`crier-status crier-status--${tone}`}>
        <p class="crier-status__tag">
          <Tag tone={tone}>{name}</Tag>
        </p>
        <p>{meaning ?? (phase.status.kind === 'planned' ? approvalLabel(phase) : '')}</p>
        <WhatHelps {...phase} />
        {phase.marks.dismissed ? <p class="crier-quiet">Reason: {phase.marks.dismissed.why}</p> : null}
      </div>
      <Facts>
        <Fact name={whenLabel(phase)}>
          <CourtTime at={phase.at} zone={zone} /> <span class="crier-quiet">{fromNow(phase.at, now)}</span>
        </Fact>
        {isOpen(phase.status) ? (
          <>
            <Fact name="Won’t start after">
              <CourtTime at={phase.expiresAt} zone={zone} />
            </Fact>
            {meaning && phase.status.kind !== 'released' ? (
              <Fact name="How it starts">
                {wasSent ? 'Only if someone sends it again.' : howItStarts(phase)}
              </Fact>
            ) : null}
          </>
        ) : null}
        <ReleaseFact phase={phase} releasedBy={releasedBy} zone={zone} />
      </Facts>
    </>
  );
}

function whenLabel({ kind, status }: PhaseState): string {
  return SINCE[kind] ?? (status.kind === 'sent-earlier' ? 'Time in the current plan' : 'Scheduled for');
}

/** What the time of an announcement is. */
const SINCE: Readonly<Partial<Record<MessageKind, string>>> = {
  'date-change': 'Dates active since',
  correction: 'Facts active since',
  'one-off': 'Released',
};

function howItStarts(phase: PhaseState): string {
  const isOnRelease = isAnnouncement(phase.kind) && !phase.twoPersonApproval;
  return isOnRelease ? 'When someone releases it.' : approvalLabel(phase);
}

/** Sent under earlier dates, and too late to be sent again under these. */
function isWasted(status: PhaseState['status']): boolean {
  return status.kind === 'sent-earlier' && status.newTime === 'over';
}

/** Whether it may still start: of others, how and until when says nothing any more. */
function isOpen(status: PhaseState['status']): boolean {
  const { kind } = status;
  if (kind === 'sent-earlier') return !isWasted(status);
  return kind === 'planned' || kind === 'released' || kind === 'waiting' || kind === 'missed';
}

/** A link to where something can be done about the status, when that is another page. */
function WhatHelps({ status }: PhaseState) {
  if (status.kind === 'waiting' && status.reason === 'no-roster') {
    return (
      <p>
        <a href="/roster">Go to the roster</a>
      </p>
    );
  }
  if (status.kind === 'waiting' && status.reason === 'progress-stale') {
    return (
      <p>
        It will start automatically once newer {campaign.progress.label} is active.{' '}
        <a href="/roster">Go to the roster</a>
      </p>
    );
  }
  if (status.kind === 'missed' && status.reason === 'expired') {
    return (
      <p>
        To send it anyway, give it a new date in the launch plan. <a href="/plan">Go to the launch plan</a>
      </p>
    );
  }
  if (status.kind === 'held' && status.reasons.some((reason) => reason.startsWith('all:'))) {
    return (
      <p>
        <a href="/phases#switch">Resume sending</a>
      </p>
    );
  }
  return null;
}

function ReleaseSection({ phase, person, notByYou }: PhaseView) {
  return (
    <Section id="release" title={sectionTitle(phase)} class="crier-action-panel">
      {!may(person, 'release') ? (
        <p>{whoMay(phase.twoPersonApproval ? 'approve' : 'release')}</p>
      ) : notByYou ? (
        <p>
          <strong>You can’t do this:</strong> {notByYou}
        </p>
      ) : (
        <ReleaseLink {...phase} />
      )}
    </Section>
  );
}

function sectionTitle(phase: PhaseState): string {
  const claim = claimToConfirm(phase);
  if (claim) return `Confirm that ${claim}`;
  if (phase.status.kind === 'sent-earlier') return 'Send it again';
  return phase.twoPersonApproval ? 'Approve this phase' : 'Release this phase';
}

function ReleaseLink(phase: PhaseState) {
  const claim = claimToConfirm(phase);
  const [label, text] = claim
    ? [`Confirm that ${claim}…`, `Check first: the emails tell filers that ${claim}.`]
    : phase.status.kind === 'sent-earlier'
      ? [
          'Send again…',
          'Filers who already received it will get it again. You will see a summary before anything is sent.',
        ]
      : phase.twoPersonApproval
        ? ['Review and approve…', 'You will see a summary before you approve anything.']
        : ['Release this phase…', 'You will see a summary before anything is sent.'];
  return (
    <>
      <p>{text}</p>
      <p>
        <a class="usa-button usa-button--big" href={`/phases/${phase.id}/release`}>
          {label}
        </a>
      </p>
    </>
  );
}

function CancelledRuns({ cancelled, zone }: Pick<PhaseView, 'cancelled' | 'zone'>) {
  return (
    <>
      <h2 id="before">Canceled runs</h2>
      <ul class="crier-plain-list">
        {cancelled.map(({ runId, decidedAt }) => (
          <li>
            <a href={linkTo('/log', { run: runId })}>
              Started <CourtTime at={decidedAt} zone={zone} />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
