import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import type { RunsReport } from '../../../../functions/queries/run-reports.ts';
import { runsText } from '../../../../local/ops/run-text.ts';
import { countTruth, phaseTruth, type RunRecord, runTruth } from '../../../oracle/phase-truth.ts';
import type { Browser } from '../../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import {
  PIVOTS,
  type PlanChoice,
  phaseRecords,
  planChanges,
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
 * Random launches: dates are moved, runs held and canceled, phases released, missed and retried. After every event, each
 * page and the command line show the status that follows from the records, and the same numbers.
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
  plan: PlanChoice = { pivot: '2018-10-22', byHand: false, hold: false };
  readonly releases = new Set<string>();
  readonly sent = new Map<string, number>();
  /** Rosters, updates and corrections so far. */
  uploads = 0;
  readonly console: TestConsole;
  readonly clara: Browser;

  constructor(console: TestConsole, clara: Browser) {
    this.console = console;
    this.clara = clara;
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
        this.plan = one;
        // Plans are told apart by the second of their upload.
        await cloud.advanceTo(this.now.add({ seconds: 2 }));
        await cloud.put('inbox/launch/launch.json', planText(one));
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
  }

  async release(phaseId: string, { runs }: Stored): Promise<void> {
    const phase = phaseRecords(this.plan).find(({ id }) => id === phaseId)!;
    const here = runs.filter(
      (run) => run.phaseId === phaseId && Date.parse(run.scheduledFor) === Date.parse(phase.at),
    );
    const answer = await this.console.cloud.invoke('ReleasePhase', { phaseId, by, why });
    const { reason } = answer as { reason?: string };
    const isRefused = reason === 'too-early' || reason === 'complete';
    if (!isRefused && here.every(({ cancelled }) => cancelled))
      this.releases.add(`${phaseId} ${phase.at} ${here.length}`);
  }

  async cancel(run: string, phaseId: string): Promise<void> {
    const csrf = await this.clara.csrf();
    await this.clara.post(`/phases/${phaseId}/cancel`, { csrf, run, why, confirm: phaseId });
  }

  /** A roster with two filers more, or an update of a few phone numbers; runs under way keep theirs. */
  async uploadRoster(kind: 'roster' | 'update'): Promise<void> {
    const { cloud } = this.console;
    this.uploads++;
    // Uploads are told apart by the second, too.
    await cloud.advanceTo(this.now.add({ seconds: 2 }));
    const text = kind === 'roster' ? rosterAfter(this.uploads) : updateAfter(this.uploads);
    await cloud.put(`inbox/${kind}/${this.uploads}.csv`, text);
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
    const lacks = ({ kind }: { kind: string }) => kind === phaseRecords(this.plan)[3]!.kind;
    const world = worldOf(stored, { now, releases: this.releases, lacks });
    const page = async (path: string) => (await this.clara.get(path)).text;
    const [overview, phases] = [onOverview(await page('/')), onPhases(await page('/phases'))];
    for (const phase of phaseRecords(this.plan)) {
      const expected = phaseTruth(phase, world);
      const shown = onPhase(await page(`/phases/${phase.id}`));
      const first = overview.get(phase.id)!;
      // The next phase is marked as such.
      const isNext = first.status === 'Next' && ['Scheduled', 'Released'].includes(expected);
      expect({
        [phase.id]: [isNext ? expected : first.status, phases.get(phase.id)!.status, shown.status],
      }).toEqual({
        [phase.id]: [expected, expected, expected],
      });
      expect([first.tally, phases.get(phase.id)!.tally]).toEqual([shown.tally, shown.tally]);
    }
    await this.checkRuns(stored, { page, phases });
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

export async function play(events: readonly Event[]): Promise<void> {
  const fault = ({ to }: { readonly to: readonly string[] }) =>
    to[0]!.startsWith('refused')
      ? ({ kind: 'refuse', code: 'MessageRejected', message: 'no' } as const)
      : null;
  const start: PlanChoice = { pivot: '2018-10-22', byHand: false, hold: false };
  const console = await aConsole(planChanges(start), { ses: { fault, maxSendRate: 1 } });
  try {
    await console.cloud.put('inbox/roster/roster.csv', ROSTER);
    await console.cloud.settle();
    const launch = new Play(console, await console.signedIn('clara'));
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
