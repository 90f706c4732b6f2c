import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { auditReaderOf } from '../../../../functions/aws/audit-reader.ts';
import { suppressionStore } from '../../../../functions/aws/suppressions.ts';
import { filerIdOf } from '../../../../functions/domain/filer/filer-id.ts';
import { ENV } from '../../../../functions/lib/env.ts';
import { type Browser, browserAt } from '../../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../../support/console/console.ts';
import { expectNoErrors } from '../../../support/console/expect-no-errors.ts';
import { hiddenFields, wordsOf } from '../../../support/console/two-people.ts';

const ROSTER = [
  'cmecf_user_id,last_name,first_name,email,pacer_account,pacer_account_type,user_type',
  'a,Abelson,Ann,a@example.com,individual,legacy,attorney',
].join('\n');
const FILER = { filer: filerIdOf('test', 'a') };
const CLARA = 'clara@court.example';
/** SES takes no email to it. */
const REFUSED = 'no@test.uscourts.gov';
const COLLEAGUES = 'ada@test.uscourts.gov\r\nbo@test.uscourts.gov';

let console: TestConsole;
let clara: Browser;
beforeAll(async () => {
  const refuse = { kind: 'refuse', code: 'MessageRejected', message: 'Rejected' } as const;
  console = await aConsole({}, { ses: { fault: ({ to }) => (to.includes(REFUSED) ? refuse : null) } });
  await console.cloud.put('inbox/roster/roster.csv', ROSTER);
  await console.cloud.settle();
  clara = await console.signedIn('clara');
}, 60_000);
afterAll(() => console.stop());
afterEach(() => expectNoErrors(console));

/** Asks for a test. @returns the page that follows, and the emails that were sent */
async function ask(fields: Readonly<Record<string, string>>, phase = 'notice-1', browser = clara) {
  const before = console.cloud.outbox.length;
  const { location } = await browser.post(`/phases/${phase}/test`, {
    csrf: await browser.csrf(),
    state: 'needs-upgrade',
    ...fields,
  });
  const { text } = await browser.get(location);
  browser.now += 60_000;
  return { text, words: wordsOf(text), location, mails: console.cloud.outbox.slice(before) };
}

async function lastTest() {
  const [last] = (await auditReaderOf(console.cloud).entries(50)).filter(({ act }) => act.act === 'test');
  return last?.act;
}

describe('a test to colleagues', () => {
  it('goes to each address by itself, marked in its subject and on top, and is recorded by their number', async () => {
    const { words, mails } = await ask({ to: `${CLARA}\r\n${COLLEAGUES}` });
    expect(words).toContain('A test is on its way to 3 addresses.');
    expect(mails.map(({ to, tags }) => [to, tags])).toEqual(
      [CLARA, ...COLLEAGUES.split('\r\n')].map((to) => [[to], { purpose: 'test' }]),
    );
    for (const { raw } of mails) {
      const email = Buffer.from(raw).toString();
      expect(email).toMatch(/^Subject: \[TEST\] /m);
      expect(email.match(/This is a test\./g)).toHaveLength(2);
    }
    expect(await lastTest()).toMatchObject({ phaseId: 'notice-1', addresses: 3 });
    expect(JSON.stringify([await lastTest(), console.log])).not.toContain('test.uscourts.gov');
    expect(wordsOf((await clara.get('/audit')).text)).toContain('to 3 addresses');
  });

  it('shows them a sample filer; the own address alone gets the filer who was chosen', async () => {
    const own = await ask({ ...FILER, to: CLARA });
    expect(own.mails.map(({ raw }) => Buffer.from(raw).toString().includes('Abelson'))).toEqual([true]);
    expect(await lastTest()).toMatchObject({ filerId: FILER.filer });
    expect(await lastTest()).not.toHaveProperty('addresses');
    const { mails } = await ask({ ...FILER, to: `${CLARA} ${COLLEAGUES}` });
    expect(mails.map(({ raw }) => Buffer.from(raw).toString().includes('Abelson'))).toEqual([
      false,
      false,
      false,
    ]);
    expect(await lastTest()).not.toHaveProperty('filerId');
  });

  it('keeps what was typed where an address is wrong, and sends nothing', async () => {
    const { text, location, mails } = await ask({ to: `ada@test.uscourts.gov\r\nann@firm.example` });
    expect(mails).toEqual([]);
    expect(location).not.toContain('firm');
    expect(text).toContain('<title>Error: ');
    expect(text).toContain('ada@test.uscourts.gov\r\nann@firm.example</textarea>');
    expect(wordsOf(text)).toContain(
      'Tests can go only to addresses at uscourts.gov: remove ann@firm.example.',
    );
  });

  it('emails no suppressed address, and says why', async () => {
    const at = console.cloud.clock.now().toString();
    const why = { reason: 'hard-bounce', detail: '', at, runId: 'x', filerId: FILER.filer } as const;
    const { clock } = console.cloud;
    await suppressionStore({ env: console.cloud.envOf('Console'), clock }).suppress(
      'bo@test.uscourts.gov',
      why,
    );
    const { words, mails } = await ask({ to: COLLEAGUES });
    expect(mails).toEqual([]);
    expect(words).toContain(
      'Crier no longer emails bo@test.uscourts.gov (an earlier email bounced). Remove it.',
    );
  });

  it('keeps to the list of a test stage', async () => {
    const env = { ...console.cloud.envOf('Console'), [ENV.recipients]: '["ada@test.uscourts.gov"]' };
    const otto = browserAt(console.handlerWith(env), console.cloud);
    await otto.signIn('otto');
    const listed = await ask({ to: 'ada@test.uscourts.gov' }, 'notice-1', otto);
    expect(listed.mails).toHaveLength(1);
    const { words, mails } = await ask({ to: 'cy@test.uscourts.gov' }, 'notice-1', otto);
    expect(mails).toEqual([]);
    expect(words).toContain(
      'these addresses aren’t on its list of recipients. Remove them: cy@test.uscourts.gov.',
    );
  });

  it('is possible of a message in the court’s own words', async () => {
    const form = hiddenFields((await clara.get('/messages/new')).text);
    const written = {
      subject: 'Office closed',
      text: 'We are closed.',
      by: 'filter',
      received: '',
      accounts: '',
    };
    const { location } = await clara.post('/messages', { ...form, ...written });
    const { mails } = await ask({ to: 'ada@test.uscourts.gov' }, location.replace('/messages/', ''));
    expect(mails.map(({ raw }) => /^Subject: (.*)$/m.exec(Buffer.from(raw).toString())?.[1]?.trim())).toEqual(
      ['[TEST] TEST: Office closed'],
    );
  });

  it('stops at the first email that isn’t sent, and says how many were', async () => {
    const { words, mails } = await ask({ to: `${CLARA}\r\n${REFUSED}\r\nada@test.uscourts.gov` });
    expect(mails.map(({ to }) => to)).toEqual([[CLARA]]);
    expect(words).toContain(
      '1 of 3 tests were sent, in the order you listed the addresses. The email service refused the test: ',
    );
  });
});
