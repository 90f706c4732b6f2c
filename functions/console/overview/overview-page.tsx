import type { Temporal } from 'temporal-polyfill';
import { PIVOT } from '../../domain/plan/dated.ts';
import { count } from '../../lib/count.ts';
import { courtDay, courtHour } from '../../lib/court-time.ts';
import { capitalized } from '../../lib/letter-case.ts';
import type { Need } from '../../queries/needs/need.ts';
import { phaseStatusLabel } from '../../queries/phases/phase-labels.ts';
import { nextPhase } from '../../queries/phases/phase-state.ts';
import { CourtTime } from '../ui/court-time.tsx';
import { fromNow } from '../ui/duration.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Figure, Figures } from '../ui/figures.tsx';
import type { Page } from '../ui/layout.tsx';
import { Section } from '../ui/section.tsx';
import { type PhaseLine, PhaseTimeline } from './phase-timeline.tsx';
import { Readiness, type ReadinessView } from './readiness.tsx';

/** What the overview shows. Instants are ISO 8601 in UTC. */
export interface OverviewView {
  readonly zone: string;
  readonly now: Temporal.Instant;
  readonly milestones: readonly Milestone[];
  /** Whether the pivot is an estimate, or has no date. */
  readonly certainty: 'exact' | 'estimated' | 'to-be-announced';
  /** Nothing will start any more. */
  readonly isOver: boolean;
  readonly phases: readonly PhaseLine[];
  readonly needs: readonly Need[];
  /** Whom to call isn't known yet, because the roster is new. */
  readonly isIndexing: boolean;
  /** Filers of the active roster; `null` without one. */
  readonly filers: number | null;
  readonly readiness: ReadinessView;
}

/** A date that the launch counts down to. */
export interface Milestone {
  readonly name: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  /** What no one has confirmed yet although its time has come, after “that”; `null`: nothing. */
  readonly unconfirmed: string | null;
}

/** The first page of the console. @param view `null` before the first plan */
export function overviewPage(view: OverviewView | null): Page {
  return { title: 'Overview', current: '/', body: view ? <Overview {...view} /> : <NothingYet /> };
}

function NothingYet() {
  return (
    <EmptyState title="Start with the launch plan" action={{ href: '/plan', label: 'Go to the launch plan' }}>
      The plan sets the dates, and what is sent when. The roster of filers comes next.
    </EmptyState>
  );
}

function Overview(view: OverviewView) {
  const { readiness, filers, milestones, phases, zone, now } = view;
  const pivot = milestones.find(({ name }) => name === PIVOT.label) ?? null;
  return (
    <>
      <Countdowns {...view} />
      <div class="crier-columns crier-columns--even">
        <div>
          <Section id="needs" title="Needs attention">
            <Needs {...view} />
          </Section>
          {filers === null ? null : <Readiness readiness={readiness} pivot={pivot} zone={zone} now={now} />}
        </div>
        <Section id="phases" title="Phases">
          <PhaseTimeline phases={phases} zone={zone} now={now} />
        </Section>
      </div>
    </>
  );
}

function Countdowns({ milestones, now, zone, certainty, filers, phases, isOver }: OverviewView) {
  const next = nextPhase(phases);
  return (
    <Figures many>
      {milestones.map(({ name, at, unconfirmed }) => (
        <Figure name={unconfirmed ? `${name}, not confirmed` : name} main={fromNow(at, now)}>
          <CourtTime at={at} zone={zone} />
          {unconfirmed ? <span class="crier-quiet">No one has confirmed yet that {unconfirmed}.</span> : null}
        </Figure>
      ))}
      {certainty === 'to-be-announced' ? (
        <Figure name={PIVOT.label} main="To be announced">
          No phase is scheduled, and nothing will be sent.
        </Figure>
      ) : null}
      {next ? (
        <Figure
          name="Next phase"
          main={isStopped(next) ? phaseStatusLabel(next).name : fromNow(next.at, now)}
        >
          <a href={`/phases/${next.id}`}>{next.name}</a>
        </Figure>
      ) : null}
      {isOver ? (
        <Figure name="Phases" main="All complete">
          <a href="/report">Closing report</a>
        </Figure>
      ) : null}
      <Figure
        name="Filers in the roster"
        main={filers === null ? 'None yet' : <a href="/filers">{count(filers)}</a>}
      >
        {certainty === 'estimated' ? `${capitalized(PIVOT.words)} is an estimate: emails say so.` : null}
      </Figure>
      <Figure name="Court time" main={courtHour(now, zone)}>
        {courtDay(now, zone)}
      </Figure>
    </Figures>
  );
}

/** It has no time of its own any more: a person decides when it continues. */
function isStopped({ status }: OverviewView['phases'][number]): boolean {
  return status.kind === 'waiting' || status.kind === 'held';
}

function Needs({ needs, isIndexing, zone, now }: OverviewView) {
  return (
    <>
      {needs.length > 0 ? (
        <ul class="crier-needs">
          {needs.map((need) => (
            <NeedItem need={need} zone={zone} now={now} />
          ))}
        </ul>
      ) : null}
      {isIndexing ? (
        <p class="crier-quiet">The roster is new. Crier will know within minutes which filers need a call.</p>
      ) : needs.length === 0 ? (
        <p class="crier-note">Nothing needs your attention.</p>
      ) : null}
    </>
  );
}

function NeedItem({ need, zone, now }: { need: Need } & Pick<OverviewView, 'zone' | 'now'>) {
  const { title, text, since, href, action } = need;
  return (
    <li>
      <h3>{title}</h3>
      {text ? <p>{text}</p> : null}
      <p class="crier-needs__action">
        <a href={href}>
          {action}
          <span class="usa-sr-only">: {title}</span>
        </a>
        {since ? (
          <span class="crier-quiet">
            Since <CourtTime at={since} zone={zone} /> · {fromNow(since, now)}
          </span>
        ) : null}
      </p>
    </li>
  );
}
