import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { RunsReport } from '../../../../functions/queries/run-reports.ts';
import { runsText } from '../../../../local/ops/run-text.ts';
import { countTruth, phaseTruth, type RunRecord, runTruth } from '../../../oracle/phase-truth.ts';
import type { Browser } from '../../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import { hiddenFields } from '../../../support/console/two-people.ts';
import { uploadAs } from '../../../support/console/upload-as.ts';
import {
  FIRST_PLAN,
  PIVOTS,
  type PlanChoice,
  phaseRecords,
  planText,
  ROSTER,
  readStored,
  rosterAfter,
  type Stored,
  updateAfter,
  worldOf,
} from './launch-script.ts';
import {
  inReportFile,
  inTable,
  onCommandLine,
  onLog,
  onOverview,
  onPhase,
  onPhases,
  onRun,
} from './shown.ts';

/*
 * Random launches, of one person or with two-person approval: dates are moved, runs held and canceled, phases released,
 * approved, missed and retried, and launches postponed. After every event, each page and the command line show the status
 * that follows from the records, and the same numbers.
 */

const PHASES = ['notice-1', 'warning', 'open', 'follow-up-1'] as const;
const by = 'clerk';
const why = 'the test';

export const event = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('next' as const), minutes: fc.constantFrom(-1, 0, 1, 20) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('pass' as const), hours: fc.constantFrom(1, 2, 30, 100) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      pivot: fc.constantFrom(...PIVOTS),
      byHand: fc.boolean(),
      hold: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('release' as const), phase: fc.constantFrom(...PHASES) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('approve' as const),
      phase: fc.constantFrom(...PHASES),
      who: fc.constantFrom('ada', 'ada', 'clara'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('postpone' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hold' as const), all: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('lift' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('retry' as const) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('roster' as const), kind: fc.constantFrom('roster', 'update') }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('correct' as const), filer: fc.integer({ min: 0, max: 23 }) }),
  },
);
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

/** One launch under way. */
class Play {
  plan: PlanChoice;
  readonly releases = new Set<string>();
  /** The latest of each phase: of which time and run, and how many whole rosters there were. */
  readonly approvals = new Map<string, { readonly key: string; readonly rosters: number }>();
  rosters = 0;
  readonly sent = new Map<string, number>();
  /** Rosters, updates and corrections so far. */
  uploads = 0;
  readonly console: TestConsole;
  /** Clerk. */
  readonly clara: Browser;
  /** Approver. */
  readonly ada: Browser;

  constructor(
    console: TestConsole,
    { plan, clara, ada }: { plan: PlanChoice; clara: Browser; ada: Browser },
  ) {
    this.console = console;
    this.plan = plan;
    this.clara = clara;
    this.ada = ada;
  }

  get now(): Temporal.Instant {
    return this.console.cloud.clock.now();
  }

  async happen(one: Event): Promise<void> {
    const { cloud } = this.console;
    const stored = await readStored(cloud);
    const open = stored.runs.find(({ completedAt, cancelled }) => !completedAt && !cancelled);
    switch (one.do) {
      case 'next': {
        const ahead = phaseRecords(this.plan)
          .map(({ at }) => Temporal.Instant.from(at).add({ minutes: one.minutes }))
          .filter((at) => Temporal.Instant.compare(at, this.now) > 0);
        if (ahead[0]) await cloud.advanceTo(ahead[0]);
        return;
      }
      case 'pass':
        return cloud.advanceTo(this.now.add({ hours: one.hours }));
      case 'plan':
        this.plan = { ...this.plan, ...planOf(one), postponed: false };
        // Plans are told apart by the second of their upload.
        await cloud.advanceTo(this.now.add({ seconds: 2 }));
        await uploadAs('clara', { name: 'launch/launch.json', content: planText(this.plan), cloud });
        break;
      case 'postpone':
        await this.postpone();
        break;
      case 'approve':
        await this.approve(one.phase, { who: one.who, stored });
        break;
      case 'release':
        await this.release(one.phase, stored);
        break;
      case 'hold':
        await cloud.invoke('Act', { act: 'hold', scope: one.all || !open ? 'all' : open.runId, by, why });
        break;
      case 'lift':
        for (const scope of stored.held)
          await cloud.invoke('Act', { act: 'lift', scope, reason: 'person', by, why });
        break;
      case 'cancel':
        if (open) await this.cancel(open.runId, open.phaseId);
        break;
      case 'roster':
        await this.uploadRoster(one.kind);
        break;
      case 'correct':
        await this.correct(one.filer);
        break;
      case 'retry':
        for (const { runId } of stored.runs)
          await cloud.invoke('Act', { act: 'retry', runId, all: true, by, why });
    }
    await cloud.settle();
    // The sweep reads the rosters, and notes which approvals have become void.
    if (this.plan.twoPeople && ['plan', 'roster', 'correct'].includes(one.do))
      await cloud.advanceTo(this.now.add({ minutes: 6 }));
  }

  /** A phase of the plan, and its runs at the time that it has there; `null`: the plan has no time for it. */
  runsAt(phaseId: string, { runs }: Stored): { at: string; here: RunRecord[] } | null {
    const phase = phaseRecords(this.plan).find(({ id }) => id === phaseId);
    if (!phase) return null;
    const isHere = (run: RunRecord) => Date.parse(run.scheduledFor) === Date.parse(phase.at);
    return { at: phase.at, here: runs.filter((run) => run.phaseId === phaseId && isHere(run)) };
  }

  noteRelease(phaseId: string, { at, here }: { at: string; here: readonly RunRecord[] }): void {
    if (!here.every(({ cancelled }) => cancelled)) return;
    const key = `${phaseId} ${at} ${here.length}`;
    this.releases.add(key);
    this.approvals.set(phaseId, { key, rosters: this.rosters });
  }

  /** Outside the console; with two-person approval, that is refused. */
  async release(phaseId: string, stored: Stored): Promise<void> {
    const found = this.runsAt(phaseId, stored);
    if (!found) return;
    const answer = await this.console.cloud.invoke('ReleasePhase', { phaseId, by, why });
    const { reason } = answer as { reason?: string };
    if (this.plan.twoPeople)
      expect(['not-signed-in', 'too-early', 'complete', 'no-roster']).toContain(reason);
    else if (reason !== 'too-early' && reason !== 'complete') this.noteRelease(phaseId, found);
  }

  /** In the console, by someone who reads the summary first. With two-person approval, only the approver may. */
  async approve(phaseId: string, { who, stored }: { who: string; stored: Stored }): Promise<void> {
    const found = this.runsAt(phaseId, stored);
    const browser = who === 'ada' ? this.ada : this.clara;
    const { text } = await browser.get(`/phases/${phaseId}/release`);
    const form = hiddenFields(text);
    if (!form.turn) return;
    expect([who === 'ada' || !this.plan.twoPeople, found !== null]).toEqual([true, true]);
    const confirm = this.plan.twoPeople ? 'approve' : 'release';
    const done = await browser.post(`/phases/${phaseId}/release`, { ...form, why, confirm });
    expect([done.statusCode, done.location]).toEqual([303, `/phases/${phaseId}`]);
    this.noteRelease(phaseId, found!);
  }

  /** One person may: it stops everything. */
  async postpone(): Promise<void> {
    await this.console.cloud.advanceTo(this.now.add({ seconds: 2 }));
    const csrf = await this.clara.csrf();
    const { statusCode } = await this.clara.post('/postpone', { csrf, why, confirm: 'postpone' });
    expect(statusCode).toBe(303);
    this.plan = { ...this.plan, postponed: true };
  }

  async cancel(run: string, phaseId: string): Promise<void> {
    const csrf = await this.clara.csrf();
    await this.clara.post(`/phases/${phaseId}/cancel`, { csrf, run, why, confirm: 'cancel' });
  }

  /** A roster with two filers more, or an update of a few phone numbers; runs under way keep theirs. */
  async uploadRoster(kind: 'roster' | 'update'): Promise<void> {
    const { cloud } = this.console;
    this.uploads++;
    // Uploads are told apart by the second, too.
    await cloud.advanceTo(this.now.add({ seconds: 2 }));
    const content = kind === 'roster' ? rosterAfter(this.uploads) : updateAfter(this.uploads);
    if (kind === 'roster') this.rosters++;
    await uploadAs('clara', { name: `${kind}/${this.uploads}.csv`, content, cloud });
  }

  async correct(index: number): Promise<void> {
    const csrf = await this.clara.csrf();
    this.uploads++;
    await this.console.cloud.advanceTo(this.now.add({ seconds: 2 }));
    const phone = `212-555-0${100 + this.uploads}`;
    const { statusCode } = await this.clara.post(`/filers/${filerIdOf('test', `user${index}`)}/correct`, {
      csrf,
      phone,
      why,
    });
    expect(statusCode).toBe(303);
  }

  /** Every page shows what the records say. */
  async check(): Promise<void> {
    const { cloud } = this.console;
    const stored = await readStored(cloud);
    const now = this.now.toString();
    const lacks = ({ kind }: { kind: string }) => kind === NEEDS_PROGRESS;
    const world = worldOf(stored, { now, releases: this.releases, voided: this.voided(stored), lacks });
    const page = async (path: string) => (await this.clara.get(path)).text;
    const [overview, phases] = [onOverview(await page('/')), onPhases(await page('/phases'))];
    for (const phase of phaseRecords(this.plan)) {
      const truth = phaseTruth(phase, world);
      const expected = this.plan.twoPeople && truth === 'Released' ? 'Approved' : truth;
      const shown = onPhase(await page(`/phases/${phase.id}`));
      const first = overview.get(phase.id)!;
      // The next phase is marked as such.
      const isNext = first.status === 'Next' && ['Scheduled', 'Released', 'Approved'].includes(expected);
      expect({
        [phase.id]: [isNext ? expected : first.status, phases.get(phase.id)!.status, shown.status],
      }).toEqual({
        [phase.id]: [expected, expected, expected],
      });
      expect([first.tally, phases.get(phase.id)!.tally]).toEqual([shown.tally, shown.tally]);
    }
    // Only the message to those who were told a date is left.
    const ids = new Set([...overview.keys(), ...phases.keys()]);
    if (this.plan.postponed) expect([...ids].filter((id) => id !== 'date-change')).toEqual([]);
    await this.checkRuns(stored, { page, phases });
  }

  /** With two-person approval: phases whose latest approval was for another time or run, or before filers came. */
  voided(stored: Stored): Set<string> {
    if (!this.plan.twoPeople) return new Set();
    const keys = phaseRecords(this.plan).flatMap(({ id }) => {
      const approval = this.approvals.get(id);
      const { at, here } = this.runsAt(id, stored)!;
      const key = `${id} ${at} ${here.length}`;
      return approval && (approval.key !== key || approval.rosters < this.rosters) ? [key] : [];
    });
    return new Set(keys);
  }

  async checkRuns(
    { runs, held, facts, chunks }: Stored,
    { page, phases }: { page: (path: string) => Promise<string>; phases: ReturnType<typeof onPhases> },
  ): Promise<void> {
    const log = onLog(await page('/log'));
    const told = (await this.console.cloud.invoke('Act', { act: 'runs' })) as RunsReport;
    const commandLine = onCommandLine(runsText(told));
    const tallies = new Set([...phases.values()].map(({ tally }) => tally));
    const at = new Set(phaseRecords(this.plan).map((phase) => `${phase.id} ${Date.parse(phase.at)}`));
    for (const run of runs) {
      if (!run.audience) continue;
      const { runId, phaseId, scheduledFor } = run;
      const numbers = numbersOf(run, { facts, chunks });
      const [filers = 0, sent = 0, waiting = 0, notSent = 0, unconfirmed = 0] = numbers;
      const expected = { status: runTruth(run, held), numbers };
      expect({ [runId]: [log.get(runId), commandLine.get(runId)] }).toEqual({
        [runId]: [expected, expected],
      });
      const tally =
        filers === 0
          ? 'No filers to email'
          : `${filers} filers: ${sent} sent, ${waiting} waiting, ${notSent} not sent` +
            (unconfirmed > 0 ? `, ${unconfirmed} unconfirmed` : '');
      expect(onRun(await page(`/log?run=${runId}`))).toBe(tally);
      if (at.has(`${phaseId} ${Date.parse(scheduledFor)}`) && !run.cancelled)
        expect(tallies).toContain(tally);
      expect(sent).toBeGreaterThanOrEqual(this.sent.get(runId) ?? 0);
      this.sent.set(runId, sent);
    }
  }

  /** The files that people take away have the same numbers: each run's export, and the closing report. */
  async checkFiles(): Promise<void> {
    const { cloud } = this.console;
    const stored = await readStored(cloud);
    const runs = stored.runs.filter(({ audience }) => audience);
    const csrf = await this.clara.csrf();
    for (const run of runs) {
      const { location } = await this.clara.post('/log/exports', { csrf, run: run.runId });
      await cloud.settle();
      const file = await this.clara.get(`${location}/file`);
      const csv = await (await fetch(file.location)).text();
      expect({ [run.runId]: inTable(csv) }).toEqual({ [run.runId]: numbersOf(run, stored) });
    }
    const sums = [1, 2, 3, 4].map((column) =>
      runs.reduce((sum, run) => sum + numbersOf(run, stored)[column]!, 0),
    );
    expect(inReportFile((await this.clara.get('/report/file')).text)).toEqual(sums);
  }
}

/** What became of a run's audience: all, sent, waiting, not sent, unconfirmed. */
function numbersOf(
  { runId, audience }: RunRecord,
  { facts, chunks }: Pick<Stored, 'facts' | 'chunks'>,
): number[] {
  const retries = chunks.filter((chunk) => chunk.runId === runId).flatMap((chunk) => chunk.attempts);
  const attempts = new Map<string, number>();
  for (const { filerId, attempt } of retries)
    attempts.set(filerId, Math.max(attempt, attempts.get(filerId) ?? 1));
  const filers = audience!.mailable + audience!.skipped;
  const own = facts.filter((fact) => fact.runId === runId);
  const { sent, waiting, notSent, unconfirmed } = countTruth(filers, { facts: own, attempts });
  return [filers, sent, waiting, notSent, unconfirmed];
}

/** The members of a plan that an event chooses. */
function planOf({ pivot, byHand, hold }: Extract<Event, { do: 'plan' }>): Partial<PlanChoice> {
  return { pivot, byHand, hold };
}

/** The kind of the phase that needs fresh link status, which these rosters don't have. */
const NEEDS_PROGRESS = phaseRecords(FIRST_PLAN)[3]!.kind;

/** @param twoPeople with two-person approval */
export async function play(events: readonly Event[], { twoPeople = false } = {}): Promise<void> {
  const fault = ({ to }: { readonly to: readonly string[] }) =>
    to[0]!.startsWith('refused')
      ? ({ kind: 'refuse', code: 'MessageRejected', message: 'no' } as const)
      : null;
  const plan = { ...FIRST_PLAN, twoPeople };
  const console = await aConsole(null, { ses: { fault, maxSendRate: 1 } });
  const { cloud } = console;
  try {
    await uploadAs('clara', { name: 'launch/launch.json', content: planText(plan), cloud });
    await uploadAs('clara', { name: 'roster/roster.csv', content: ROSTER, cloud });
    const [clara, ada] = [await console.signedIn('clara'), await console.signedIn('ada')];
    const launch = new Play(console, { plan, clara, ada });
    await launch.check();
    for (const one of events) {
      await launch.happen(one);
      await launch.check();
    }
    await launch.checkFiles();
  } finally {
    await console.stop();
  }
}
