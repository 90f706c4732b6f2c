import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { rosterStore } from '../../../functions/aws/rosters.ts';
import type { RosterDecisionResult } from '../../../functions/commands/roster-decision.ts';
import type { AuditEntry } from '../../../functions/domain/audit-entry.ts';
import type { PlansReport } from '../../../functions/queries/plans.ts';
import type { RunsReport } from '../../../functions/queries/run-reports.ts';
import type { AttentionReport, SendReport } from '../../../functions/queries/send-reports.ts';
import { aligned } from '../../../local/lib/aligned.ts';
import { auditText, resultText, rosterText } from '../../../local/ops/audit-text.ts';
import { awsCall, type Call, localCall } from '../../../local/ops/call.ts';
import { phoneListCsv, readPhoneList } from '../../../local/ops/phone-list.ts';
import { plansText } from '../../../local/ops/plan-text.ts';
import { reconcileText, runsText } from '../../../local/ops/run-text.ts';
import { attentionText, filerText } from '../../../local/ops/send-text.ts';
import { anOpsCloud, idOf, type OpsCloud, RUN } from '../../support/clouds/ops-cloud.ts';

const ZONE = 'America/New_York';
let ops: OpsCloud;
let call: Call;
const dir = mkdtempSync(join(tmpdir(), 'crier-ops-'));
beforeAll(async () => {
  ops = await anOpsCloud();
  await ops.cloud.advanceTo('2018-07-24T13:20:00Z');
  call = localCall(ops.cloud);
});
afterAll(async () => {
  rmSync(dir, { recursive: true });
  await ops.cloud.stop();
});

describe('what the commands say', () => {
  it('of runs: a line each, and what to do', async () => {
    const text = runsText(await call<RunsReport>({ act: 'runs' }));
    const [head, line] = text.split('\n');
    expect(head).toMatch(/^run +status +audience +sent +waiting +not sent +unconfirmed/);
    expect(line).toMatch(new RegExp(`^${RUN} +Sent +7 +3 +0 +2 +2 `));
    expect(text).toContain(`Failed or unconfirmed in ${RUN}: npm run ops -- attention`);
  });

  it('of attention: who, why, and how to try again', async () => {
    const text = attentionText(await call<AttentionReport>({ act: 'attention' }), ZONE);
    expect(text).toMatch(new RegExp(`${idOf('refused')} +1 +failed +ses-MessageRejected`));
    expect(text).toContain(`To retry one: npm run ops -- retry --run ${RUN} --filer `);
  });

  it('of one filer: the status in words and every fact', async () => {
    const text = filerText(await call<SendReport[]>({ act: 'show', filerId: idOf('bounces') }), ZONE);
    expect(text).toContain(`${RUN}: bounced (attempt 1). The mailbox permanently refused the email.`);
    expect(text).toMatch(/1 +bounced +Permanent\/General/);
  });

  it('of a recount: the sum, and that it balances', async () => {
    const text = reconcileText(await call<RunsReport>({ act: 'reconcile' }));
    expect(text).toMatch(/7 = .*1 bounced \+ 1 failed \+ 1 skipped \(unreachable 1\) \+ 2 unknown/);
    expect(text).toContain('\n  balances');
  });

  it.each(['hold', 'lift', 'retry'] as const)(
    'of a %s of a run that there is not: that, and where the ids are',
    async (name) => {
      const runId = 'notice-9_20180724T130000Z';
      const who = { by: 'ops1', why: 'wrong date' };
      const act =
        name === 'retry'
          ? ({ act: name, runId, all: true, ...who } as const)
          : ({ act: name, scope: runId, ...who } as const);
      expect(resultText(await call(act), name)).toBe(
        `There is no run ${runId}.\nIds of runs: npm run ops -- runs`,
      );
    },
  );

  it('of no one: where the ids are', async () => {
    expect(filerText(await call<SendReport[]>({ act: 'show', filerId: '0123456789abcdef' }), ZONE)).toMatch(
      /^No run includes this filer\.\nIds of filers: npm run ops -- attention/,
    );
    const runId = 'notice-9_20180724T130000Z';
    const none = await call<RunsReport>({ act: 'reconcile', runId });
    expect(reconcileText(none, runId)).toBe(`There is no run ${runId}.\nIds of runs: npm run ops -- runs`);
    expect(reconcileText(none)).toBe('No phase has started yet.');
  });

  it('of an act: what it did and what to do next', async () => {
    const act = { act: 'hold', scope: 'all', by: 'ops1', why: 'wrong date' } as const;
    expect(resultText(await call(act), 'hold')).toContain('To resume: npm run ops -- resume');
    expect(runsText(await call<RunsReport>({ act: 'runs' }))).toContain('ALL SENDING IS PAUSED: person');
    expect(auditText(await call({ act: 'acts' }), ZONE)).toContain(
      '(not yet reported by AWS, claiming to be ops1) paused all sending: wrong date.',
    );
  });
});

describe('times', () => {
  const WHEN = /^[A-Z][a-z]{2} \d+, 2018, \d+:\d\d:\d\d [ap]\.m\. EDT +\S/;
  const linesWith = (text: string, word: RegExp) => text.split('\n').filter((line) => word.test(line));

  it("are the court's, to the second, and come first in each line", async () => {
    const texts = [
      attentionText(await call<AttentionReport>({ act: 'attention' }), ZONE),
      filerText(await call<SendReport[]>({ act: 'show', filerId: idOf('bounces') }), ZONE),
      auditText(await call<AuditEntry[]>({ act: 'acts' }), ZONE),
      plansText(await call<PlansReport>({ act: 'plans' }), ZONE),
    ];
    for (const text of texts) {
      const lines = linesWith(text, /^[A-Z][a-z]{2} \d+, 2018|2018-07-24T\d\d:/);
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.filter((line) => !WHEN.test(line))).toEqual([]);
    }
  });

  it("are in the zone that the plans' answer names, the facts of a filer in order", async () => {
    const { plans } = await call<PlansReport>({ act: 'plans', limit: 1 });
    expect(plans[0]?.zone).toBe(ZONE);
    const [send] = await call<SendReport[]>({ act: 'show', filerId: idOf('bounces') });
    const times = send!.facts.map(({ at }) => Temporal.Instant.from(at).epochMilliseconds);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('the phone list', () => {
  it('is a table in which no cell runs in a spreadsheet', async () => {
    const rows = await readPhoneList(call);
    const [first, ...others] = parse(phoneListCsv(rows), { columns: true, bom: true }) as Record<
      string,
      string
    >[];
    expect(first).toMatchObject({
      last_name: 'Filer',
      first_name: 'bounces',
      phone: "'=212-555-0106",
      reason: 'hard-bounce',
    });
    expect(others.map(({ reason }) => reason)).toEqual(['unreachable']);
  });
});

describe('--aws', () => {
  it("calls the function that the stack's outputs name", async () => {
    const path = join(dir, 'outputs.json');
    writeFileSync(path, JSON.stringify({ 'crier-x-data': {}, 'crier-x-pipeline': { ActName: 'Act' } }));
    expect((await awsCall(path)<RunsReport>({ act: 'runs' })).runs).toHaveLength(1);
  });

  it('says what is wrong with outputs that name none', async () => {
    const path = join(dir, 'none.json');
    writeFileSync(path, JSON.stringify({ 'crier-x-data': {} }));
    await expect(awsCall(path)({ act: 'runs' })).rejects.toThrow('must hold one ActName: it holds 0');
  });

  it('releases by the function that the outputs name, and by no other name', async () => {
    const release = { act: 'release', phaseId: 'nothing', by: 'ops1', why: 'because' } as const;
    const path = join(dir, 'release.json');
    writeFileSync(path, JSON.stringify({ 'crier-x-pipeline': { ReleasePhaseName: 'ReleasePhase' } }));
    expect(await awsCall(path)(release)).toEqual({ started: false, reason: 'not-in-plan' });
    await expect(awsCall('Act')(release)).rejects.toThrow('--aws must name the file of outputs');
  });

  it('tells what the function threw', async () => {
    await expect(call({ act: 'show', filerId: 'x' })).rejects.toThrow('Cannot show:');
  });
});

describe('a decision on a roster', () => {
  const WHO = { by: 'ops1', why: 'the column was blank' } as const;
  const store = () => rosterStore(ops.cloud);
  const decide = (act: 'activate' | 'reject' | 'keep', version: string) =>
    call<RosterDecisionResult>({ act, version, ...WHO });

  it('keeps what was known where a held file is blank, and rejects the held version', async () => {
    const ids = ['good1', 'good2', 'refused', 'silent', 'late'];
    const blank = [`${campaign.key.column},email,firm`, ...ids.map((id) => `${id},,Roe LLP`)];
    await ops.cloud.put('inbox/update/blank.csv', blank.join('\n'));
    await ops.cloud.settle();
    const held = (await store().versions()).find(({ key }) => key.endsWith('blank.csv'))!;
    expect(held.held.map(({ code }) => code)).toEqual(['addresses-lost']);
    expect(await decide('keep', held.version)).toEqual({ done: true });
    await ops.cloud.settle();
    const active = (await store().activeVersion())!;
    expect(active).toMatchObject({ keeps: held.version, held: [], rows: { unreachable: 1 } });
    expect(rosterText(await decide('keep', held.version), 'keep')).toContain('only once');
    const entries = await call<AuditEntry[]>({ act: 'acts', limit: 10 });
    const keep = { act: 'keep', version: held.version, why: WHO.why };
    expect(entries.map(({ act }) => act)).toContainEqual(expect.objectContaining(keep));
  });

  it('goes back to an earlier version and rejects one, and says why not', async () => {
    const { version, base } = (await store().activeVersion())!;
    expect(await decide('activate', base!)).toEqual({ done: true });
    expect((await store().activeVersion())?.version).toBe(base);
    expect(await decide('reject', version)).toEqual({ done: true });
    expect(rosterText(await decide('reject', version), 'reject')).toMatch(/is already rejected\.$/);
    expect(await decide('keep', 'nothing')).toMatchObject({ done: false });
  });
});

describe('aligned', () => {
  it('puts columns under each other, numbers to the right', () => {
    expect(
      aligned(
        ['a', 'count'],
        [
          ['long', 1],
          ['x', 1000],
        ],
      ),
    ).toBe('a     count\nlong      1\nx      1000');
  });
});
