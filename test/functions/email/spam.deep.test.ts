import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { SAMPLES } from '#email-samples';
import { composeEmail } from '../../../functions/email/compose.ts';
import { drawnFrom } from '../../support/email/sample-set.ts';

const samples = drawnFrom(SAMPLES);

/** Ours comes from a .gov domain by way of SES, without the DKIM signature that SES adds. */
const EXCUSED = new Set(['FROM_GOV_SPOOF']);

/** Must be caught, or the filter isn't at work. */
const BAD = [
  'From: "U.S. Court Security" <winner@lottery.example.com>',
  'To: undisclosed-recipients:;',
  'Subject: URGENT!!! CLAIM YOUR $5,000,000.00 MILLION DOLLARS NOW!!!',
  'Date: Mon, 22 Oct 2012 08:30:00 -0400',
  'MIME-Version: 1.0',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><body><font color="#ffffff" size="1">viagra cialis</font><h1>DEAR FRIEND!!! CLICK HERE</h1>',
  '<p>I am the wife of the late minister. I have $5,000,000.00 (five million United States dollars) in a security',
  'company and need your bank account number to transfer the money. 100% FREE, no risk, act now, limited time!</p>',
  '<a href="http://203.0.113.7/login.php">https://pacer.uscourts.gov/login</a> Buy viagra online, cheap meds!',
  '</body></html>',
  '',
].join('\n');

/** As a receiving server stores it. Without a Received line of the message's date, date rules never fire. */
function received(raw: string, date: string): string {
  return [
    'From sender@example.com Thu Sep 20 09:00:00 2018',
    'Received: from a8-30.smtp-out.amazonses.com (a8-30.smtp-out.amazonses.com [54.240.8.30])',
    '\tby mx.example.com (Postfix) with ESMTPS id 4ABCD',
    `\tfor <jane.doe@example.com>; ${date}`,
    raw.replaceAll('\r\n', '\n').replaceAll(/^From /gm, '>From '),
    '\n',
  ].join('\n');
}

/** The rules that each message of the mailbox met, with their points. */
async function judge(messages: readonly string[]): Promise<{ rule: string; points: number }[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'crier-spam-'));
  try {
    const mailbox = join(folder, 'mailbox');
    await writeFile(mailbox, messages.join(''));
    const args = ['--local', '--test-mode', '--siteconfigpath', '/etc/spamassassin', '--mbox', mailbox];
    const { stdout } = await promisify(execFile)('spamassassin', args, {
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, HOME: folder },
    });
    const reports = stdout.split('Content analysis details:').slice(1);
    return reports.map((report) =>
      [...report.split('\n\n\n')[0]!.matchAll(/^ *(-?\d+\.\d+) ([A-Z][A-Z0-9_]+)/gm)].map(
        ([, points, rule]) => ({
          rule: rule!,
          points: Number(points),
        }),
      ),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const total = (rules: readonly { points: number }[]) => rules.reduce((sum, { points }) => sum + points, 0);

describe('SpamAssassin', () => {
  it('scores every message below 1.0, and a bad one above 5', { timeout: 300_000 }, async () => {
    const messages = await Promise.all(
      samples.map(async ({ input }) => {
        const raw = Buffer.from((await composeEmail(input)).raw).toString('latin1');
        return received(raw, /^Date: (.*)\r$/m.exec(raw)![1]!);
      }),
    );
    const judged = await judge(messages);
    expect(judged).toHaveLength(samples.length);
    const [bad] = await judge([received(BAD, 'Thu, 20 Sep 2018 09:00:00 -0400')]);
    expect(total(bad!)).toBeGreaterThan(5);
    const high = judged
      .map((rules, at) => ({
        who: `${samples[at]!.kind} to ${samples[at]!.who}, ${samples[at]!.place}`,
        rules: rules.filter(({ rule }) => !EXCUSED.has(rule)),
      }))
      .filter(({ rules }) => total(rules) >= 1);
    expect(high).toEqual([]);
  });
});
