import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { simpleParser } from 'mailparser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE } from '../../../functions/domain/cost/email-cost.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import { readArguments } from '../../../local/rehearse/arguments.ts';
import { play, type Rehearsal } from '../../../local/rehearse/play.ts';
import { writeOut } from '../../../local/rehearse/report/write.ts';
import { outFiles } from '../../../local/rehearse/results.ts';
import { exampleUploads, launch } from '../../oracle/example.ts';
import { type Expected, expectLaunch } from '../../oracle/launch.ts';
import { expectedSteps, namedSteps, saysHowToFix } from '../../oracle/steps.ts';

const expected = expectLaunch(launch, exampleUploads());
const mailed = expected.filter(({ outcome }) => 'to' in outcome);
const phaseIds = launch.phases.map(({ id }) => id);
const out = mkdtempSync(join(tmpdir(), 'crier-rehearsal-'));
const said: string[] = [];
let rehearsal: Rehearsal;
let log: Record<string, string>[];

/** One email or line of the send log: which phase, which filer. */
function nameOf(phaseId: string, filerId: string): string {
  return `${phaseId} ${filerId}`;
}

function nameOfExpected({ phaseId, userId }: Expected): string {
  return nameOf(phaseId, filerIdOf('nysb', userId));
}

function phaseOf(runId: string): string {
  return runId.replace(/_[^_]*$/, '');
}

beforeAll(async () => {
  rehearsal = await play(readArguments([])!, {
    begins: ({ name }) => said.push(`begins ${name}`),
    uploaded: (file, _, refused) => said.push(`uploaded ${file} ${refused}`),
    released: (phaseId, { why }) => said.push(`released ${phaseId} ${why}`),
    sent: () => {},
    logged: () => {},
  });
  writeOut(out, await outFiles(rehearsal));
  log = parse(readFileSync(join(out, 'send-log.csv')), { columns: true, bom: true });
}, 240_000);

afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('the rehearsal of nysb-2018', () => {
  it('goes through without anything going wrong inside', () => {
    expect(rehearsal.troubles).toEqual([]);
    expect(rehearsal.record.phases.map(({ phase, outcome }) => `${phase} ${outcome}`)).toEqual(
      phaseIds.map((id) => `${id} done`),
    );
  });

  it('plays the clerk and the person who confirms that filing is open', () => {
    expect(said).toEqual([
      'begins nysb-2018',
      'uploaded launch.json 0',
      'uploaded roster.csv 4',
      'uploaded 2018-09-17T1000-pacer-accounts.csv 0',
      'uploaded 2018-10-01T1430-addresses.csv 0',
      'uploaded 2018-10-12T0915-cmecf-status.csv 0',
      'released launch-day Filing is open',
      'uploaded 2018-10-24T0700-link-status.csv 1',
      'uploaded 2018-10-28T1800-link-status.csv 0',
      'uploaded 2018-11-05T0700-link-status.csv 0',
      'uploaded 2018-11-20T1600-link-status.csv 0',
    ]);
  });
});

describe('every filer of nysb-2018', () => {
  it('is among those by whom the cost page counts', () => {
    expect(rehearsal.emails).toHaveLength(EXAMPLE.emails);
  });

  it('got exactly the emails that the domain page says, at the right address, each once', () => {
    const sent = rehearsal.emails.map(
      ({ runId, filerId, to }) => `${nameOf(phaseOf(runId), filerId)} ${to.toLowerCase()}`,
    );
    const wanted = mailed.map((one) => `${nameOfExpected(one)} ${'to' in one.outcome && one.outcome.to}`);
    expect(sent.sort()).toEqual(wanted.sort());
  });

  it('was told exactly their own steps', async () => {
    const byName = new Map(mailed.map((one) => [nameOfExpected(one), one]));
    const wrong: string[] = [];
    for (const { runId, filerId, raw, to } of rehearsal.emails) {
      const one = byName.get(nameOf(phaseOf(runId), filerId))!;
      const { text = '', to: header } = await simpleParser(Buffer.from(raw));
      const [named, wanted] = [namedSteps(text).join(', '), expectedSteps(one).join(', ')];
      if (named !== wanted) wrong.push(`${one.phaseId} ${one.userId}: named ${named}, not ${wanted}`);
      if (one.reading.state === 'link-failed' && !saysHowToFix(text))
        wrong.push(`${one.phaseId} ${one.userId}: not told how to fix the link`);
      const address = [header].flat()[0]?.value[0]?.address;
      if (address !== to) wrong.push(`${one.phaseId} ${one.userId}: to ${address} in its header`);
    }
    expect(wrong).toEqual([]);
  });

  it('is named in their email when the mailbox is shared', async () => {
    const shared = mailed.filter(({ sharedAddress }) => sharedAddress);
    expect(shared.length).toBeGreaterThan(10);
    const emails = new Map(rehearsal.emails.map((one) => [nameOf(phaseOf(one.runId), one.filerId), one]));
    for (const one of shared) {
      const { text = '' } = await simpleParser(Buffer.from(emails.get(nameOfExpected(one))!.raw));
      const { first_name, last_name, user_type, cmecf_user_id } = one.cells;
      expect(text.replaceAll(/\s+/g, ' ')).toContain(
        `This email is for ${first_name} ${last_name} (${user_type}), CM/ECF account ${cmecf_user_id}.`,
      );
    }
  });

  it('names the other accounts of its filer, where the mailbox is their own', async () => {
    const several = mailed.filter(({ otherAccounts }) => otherAccounts.length > 0);
    expect(several.length).toBeGreaterThan(10);
    const emails = new Map(rehearsal.emails.map((one) => [nameOf(phaseOf(one.runId), one.filerId), one]));
    for (const one of several) {
      const { text = '' } = await simpleParser(Buffer.from(emails.get(nameOfExpected(one))!.raw));
      expect(text.replaceAll(/\s+/g, ' ')).toContain(
        `Also in your name: ${one.otherAccounts.join(' and ')}. We send a separate email for each account that still has steps.`,
      );
      expect(text).not.toContain('This email is for');
    }
  });

  it('was skipped exactly when the domain page says so, and for its reason', () => {
    const skipped = log
      .filter(({ status }) => status === 'skipped')
      .map(
        ({ phase, filer_id, reason }) =>
          `${nameOf(phase!, filer_id!)} ${reason!.replace(/^(suppressed)-.*/, '$1')}`,
      );
    const wanted = expected.flatMap((one) =>
      'skipped' in one.outcome ? [`${nameOfExpected(one)} ${one.outcome.skipped}`] : [],
    );
    expect(skipped.sort()).toEqual(wanted.sort());
  });

  it('has a line in the send log with state and rule for each phase that was theirs', () => {
    const lines = log.map((line) => `${nameOf(line.phase!, line.filer_id!)} ${line.state} ${line.rule}`);
    const wanted = expected.map((one) => `${nameOfExpected(one)} ${one.reading.state} ${one.reading.rule}`);
    expect(lines.sort()).toEqual(wanted.sort());
  });
});

describe('what the rehearsal leaves', () => {
  it('has each email in a file whose name sorts and holds no address', () => {
    const names = readdirSync(join(out, 'outbox'));
    expect(names).toHaveLength(rehearsal.emails.length);
    for (const name of names) expect(name).toMatch(/^2018-\d{2}-\d{2}_[a-z0-9-]+_[0-9a-f]{16}_1\.eml$/);
    const [first] = rehearsal.emails;
    const days = names.map((name) => name.slice(0, 10));
    expect(days).toEqual(days.toSorted());
    const file = readFileSync(join(out, 'outbox', `2018-07-24_notice-1_${first!.filerId}_1.eml`));
    expect(file.equals(Buffer.from(first!.raw))).toBe(true);
  });

  it('has what happened to the mail at the simulator', () => {
    const statusOf = (user: string) =>
      log.find(({ phase, cmecf_user_id }) => phase === 'notice-1' && cmecf_user_id === user);
    expect(statusOf('gmoved')).toMatchObject({
      status: 'bounced',
      email: 'bounce+gmoved@simulator.amazonses.com',
    });
    expect(statusOf('nbarred')).toMatchObject({ status: 'bounced' });
    expect(statusOf('vcross')).toMatchObject({ status: 'complained' });
    expect(statusOf('saway')).toMatchObject({ status: 'delivered' });
  });

  it('gives times with their offset, across the end of daylight saving time', () => {
    const times = (phase: string) =>
      log.filter((line) => line.phase === phase && line.sent_at).map(({ sent_at }) => sent_at);
    for (const time of times('follow-up-2')) expect(time).toMatch(/^2018-10-29T10:\d{2}:\d{2}-04:00$/);
    for (const time of times('follow-up-3')) expect(time).toMatch(/^2018-11-05T10:\d{2}:\d{2}-05:00$/);
  });

  it('has figures that agree with the oracle, and no personal data', () => {
    const text = readFileSync(join(out, 'summary.json'), 'utf8');
    const { phases, totals } = JSON.parse(text);
    expect(totals.sent).toBe(mailed.length);
    for (const { phase, audience, byState } of phases) {
      const ofPhase = expected.filter(({ phaseId }) => phaseId === phase);
      expect(audience).toBe(ofPhase.length);
      expect(byState).toEqual(countBy(ofPhase.map(({ reading }) => reading.state)));
    }
    expect(text).not.toMatch(/@/);
  });

  it('has a page that needs nothing else', () => {
    const page = readFileSync(join(out, 'report.html'), 'utf8');
    expect(page).not.toMatch(/<(script|img)\b/);
    // An empty icon, so that a browser asks for none.
    expect(page.match(/<link\b[^>]*>/g)).toEqual([
      expect.stringMatching(/^<link rel="icon" href="data:," ?\/?>$/),
    ]);
    expect(page.match(/<iframe [^>]*sandbox=""/g)?.length).toBeGreaterThan(15);
    for (const id of phaseIds) expect(page).toContain(`<h4>${id} `);
  });
});

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
