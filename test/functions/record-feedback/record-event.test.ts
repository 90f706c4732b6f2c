import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { sendLogStore } from '../../../functions/aws/send-log.ts';
import { suppressionStore } from '../../../functions/aws/suppressions.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import type { QueueResult } from '../../../functions/lib/runtime.ts';
import type { PhoneListPage } from '../../../functions/queries/phone-list.ts';
import { anyEvent } from '../../support/any-ses-event.ts';
import type { Browser } from '../../support/console/browser.ts';
import { aConsole, type TestConsole } from '../../support/console/console.ts';

const RUN = 'notice-1_20180724T130000Z';
const OTHER_RUN = 'notice-9_20180101T000000Z';
const USERS = [
  'wade',
  'ann',
  'empty',
  'decorated',
  'listed',
  'complains',
  'restored',
  'odd',
  'two',
  'fine',
  'hostile',
  'any',
] as const;
type User = (typeof USERS)[number];
const idOf = (user: User) => filerIdOf('test', user);
const addressOf = (user: User) => (user === 'ann' ? 'ann@example.org' : `${user}@example.com`);
const FAULT = JSON.parse(
  readFileSync('test/support/fixtures/faults/bounce-names-another-address.json', 'utf8'),
) as SesEvent;

interface SesEvent {
  readonly source: string;
  readonly detail: Record<string, unknown>;
}

let test: TestConsole;
let otto: Browser;
beforeAll(async () => {
  test = await aConsole({ sending: { secondaryAddresses: true, breaker: { afterSends: 1000 } } });
  const rows = USERS.map((user) => `${user},Filer,${user},${addressOf(user)},attorney`);
  await test.cloud.put(
    'inbox/roster/roster.csv',
    [`${campaign.key.column},last_name,first_name,email,user_type`, ...rows].join('\n'),
  );
  await test.cloud.settle();
  await test.cloud.advanceTo('2018-07-24T13:10:00Z');
  otto = await test.signedIn('otto');
}, 60_000);
afterAll(() => test.stop());

interface EventOptions {
  readonly run?: string;
  readonly attempt?: string;
  readonly recipients?: unknown;
  readonly bounceType?: string;
  readonly mail?: object;
}

/** A bounce as SES tells it. */
function bounceOf(user: User, options: EventOptions = {}): SesEvent {
  const { run = RUN, attempt = '1', recipients, bounceType = 'Permanent', mail } = options;
  const timestamp = '2018-07-24T13:05:00.000Z';
  const tags = { run: [run], filer: [idOf(user)], attempt: [attempt] };
  const bounce = { bounceType, bounceSubType: 'General', timestamp, bouncedRecipients: recipients };
  return {
    source: 'aws.ses',
    detail: { eventType: 'Bounce', mail: { timestamp, messageId: 'm-1', tags, ...mail }, bounce },
  };
}
const tagsOf = (user: User) => ({ run: [RUN], filer: [idOf(user)], attempt: ['1'] });
const named = (...addresses: string[]) => addresses.map((emailAddress) => ({ emailAddress }));

/** Hands events to the function with the rights that it has; it takes them all. */
async function record(...events: unknown[]): Promise<void> {
  const Records = events.map((event, index) => ({ messageId: `m${index}`, body: JSON.stringify(event) }));
  const { batchItemFailures } = (await test.cloud.invoke('RecordFeedback', { Records })) as QueueResult;
  expect(batchItemFailures).toEqual([]);
  expect(test.cloud.denials).toEqual([]);
}

/** What a step adds to the function's log. */
async function loggedBy(step: () => Promise<void>): Promise<(readonly [string, unknown])[]> {
  const before = test.cloud.log.length;
  await step();
  return test.cloud.log.slice(before).map(({ code, fields }) => [code, fields] as const);
}

const kindsOf = async (user: User) =>
  (await sendLogStore(test.cloud).factsOf(RUN, idOf(user))).map(({ attempt, kind }) => `${attempt} ${kind}`);
const areSuppressed = async (...addresses: string[]) => {
  const found = await suppressionStore(test.cloud).suppressed(addresses);
  return addresses.map((address) => found.has(address));
};

describe('feedback', () => {
  it('belongs to the email, not to the address that the event names', async () => {
    const { detail } = FAULT;
    const mail = detail.mail as { tags: object };
    const tags = { ...mail.tags, filer: [idOf('wade')] };
    await record({ ...FAULT, detail: { ...detail, mail: { ...mail, tags } } });
    expect(await kindsOf('wade')).toContain('1 bounced');
    expect(await kindsOf('ann')).not.toContain('1 bounced');
    expect(await areSuppressed('wade@example.com', 'ann@example.org')).toEqual([true, false]);
    const { rows } = (await test.cloud.invoke('Act', { act: 'phone-list' })) as PhoneListPage;
    expect(rows.map(({ userId, reason }) => [userId, reason])).toEqual([['wade', 'hard-bounce']]);
  });

  it.each<[User, unknown]>([
    ['empty', named('')],
    ['decorated', named('"Filer" <decorated@example.com>')],
    ['listed', undefined],
  ])('suppresses the emailed address of %s, though the event names %j', async (user, recipients) => {
    await record(bounceOf(user, { recipients }));
    expect(await kindsOf(user)).toContain('1 bounced');
    expect(await areSuppressed(addressOf(user))).toEqual([true]);
  });

  it('suppresses the emailed address at a complaint, no matter who complained', async () => {
    const { detail } = bounceOf('complains');
    const complaint = { complainedRecipients: named('ann@example.org') };
    await record({ source: 'aws.ses', detail: { ...detail, eventType: 'Complaint', complaint } });
    expect(await kindsOf('complains')).toContain('1 complained');
    expect(await areSuppressed(addressOf('complains'), 'ann@example.org')).toEqual([true, false]);
  });

  it.each([
    { run: OTHER_RUN },
    { mail: { tags: { run: [RUN], filer: ['ffffffffffffffff'], attempt: ['1'] } } },
    { mail: { tags: { filer: [idOf('restored')] } } },
  ])('of an unknown send suppresses whom the event names, and rings an alarm: %j', async (options) => {
    const at = `${JSON.stringify(options).length}@restored.example`;
    const recipients = named(`"Filer" <${at}>`, '');
    const logged = await loggedBy(() => record(bounceOf('restored', { ...options, recipients })));
    expect(logged).toMatchObject([['feedback-unknown-suppressed', { kind: 'bounced', addresses: 1 }]]);
    expect(JSON.stringify(logged)).not.toContain('@');
    expect(await areSuppressed(at, addressOf('restored'))).toEqual([true, false]);
    expect(await kindsOf('restored')).not.toContain('1 bounced');
  });

  it.each(['2', '7', '0', '-1', '1e21', 'x', '99999999999999999999'])(
    'of an unknown attempt is not recorded, and suppresses no one else: %s',
    async (attempt) => {
      const before = await kindsOf('odd');
      const logged = await loggedBy(() =>
        record(bounceOf('odd', { attempt, recipients: named('someone@else.example') })),
      );
      expect(logged).toMatchObject([['feedback-unknown-suppressed', { addresses: 0 }]]);
      expect(await kindsOf('odd')).toEqual(before);
      expect(await areSuppressed('someone@else.example', addressOf('odd'))).toEqual([false, false]);
    },
  );

  it('of an unknown attempt suppresses the filer when the event names them', async () => {
    const recipients = named('Odd@Example.com', 'someone@else.example');
    await record(bounceOf('odd', { attempt: '7', recipients }));
    expect(await areSuppressed('someone@else.example', addressOf('odd'))).toEqual([false, true]);
  });

  it('of an unknown run that asks for nothing is logged and counted', async () => {
    const logged = await loggedBy(() => record(bounceOf('two', { run: OTHER_RUN, bounceType: 'Transient' })));
    const fields = { run: OTHER_RUN, filer: idOf('two'), kind: 'soft-bounced' };
    expect(logged).toMatchObject([['feedback-unknown', fields]]);
    expect(await kindsOf('two')).not.toContain('1 soft-bounced');
  });

  it('of a test email goes to ops, and to no send log', async () => {
    const mail = { tags: { purpose: ['test'] } };
    await record(bounceOf('two', { mail, recipients: named('two@example.com') }));
    await test.cloud.settle();
    expect(test.cloud.events.at(-1)).toMatchObject({
      'detail-type': 'TestUndelivered',
      detail: { what: 'bounced', reason: 'Permanent/General', at: '2018-07-24T13:05:00.000Z' },
    });
    expect(test.cloud.notices.at(-1)!.text).toContain('TestUndelivered');
    expect(await areSuppressed('two@example.com')).toEqual([false]);
    expect(await kindsOf('two')).not.toContain('1 bounced');
  });

  it('of strangers, and of test emails that arrive, changes nothing', async () => {
    const { length } = test.cloud.events;
    const { detail } = bounceOf('two', { mail: { tags: { purpose: ['test'] } } });
    const logged = await loggedBy(() =>
      record(bounceOf('two', { mail: { tags: {} }, recipients: named('two@example.com') }), {
        source: 'aws.ses',
        detail: { ...detail, eventType: 'Delivery' },
      }),
    );
    expect(logged.map(([code]) => code)).toEqual(['feedback-not-ours', 'feedback-of-test']);
    expect(test.cloud.events).toHaveLength(length);
    expect(await areSuppressed('two@example.com')).toEqual([false]);
  });

  const STRANGERS = Array.from({ length: 3_000 }, (_, at) => `${at}@many.example`);
  it.each<[string, SesEvent]>([
    ['names 3,000 others', bounceOf('hostile', { recipients: named(...STRANGERS) })],
    ['names its recipients as an object', bounceOf('hostile', { recipients: { 0: '0@many.example' } })],
    [
      'names lists of lists',
      bounceOf('hostile', { recipients: [[['0@many.example']], [{ emailAddress: {} }]] }),
    ],
    [
      'names an address of a megabyte',
      bounceOf('hostile', { recipients: named(`0@${'x'.repeat(1_000_000)}.example`) }),
    ],
    ['hides another address in the name', bounceOf('hostile', { recipients: named('"0@many.example" <>') })],
    [
      'went to others by its headers',
      bounceOf('hostile', { mail: { destination: ['0@many.example'], tags: tagsOf('hostile') } }),
    ],
    [
      'is of a test, too',
      bounceOf('hostile', { mail: { tags: { ...tagsOf('hostile'), purpose: ['test'] } } }),
    ],
  ])('attack: an event about one filer %s, and only that filer is suppressed', async (_, event) => {
    const { length } = test.cloud.events;
    await record(event);
    expect(await kindsOf('hostile')).toContain('1 bounced');
    expect(await areSuppressed(addressOf('hostile'), '0@many.example', addressOf('fine'))).toEqual([
      true,
      false,
      false,
    ]);
    const published = test.cloud.events.slice(length).map((one) => one['detail-type']);
    expect(published).not.toContain('TestUndelivered');
  });

  it('that one event spoils does not spoil the others of its batch', async () => {
    const Records = [
      { messageId: 'bad', body: '{' },
      { messageId: 'good', body: JSON.stringify(bounceOf('fine')) },
    ];
    const answer = await test.cloud.invoke('RecordFeedback', { Records });
    expect(answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
    expect(await kindsOf('fine')).toContain('1 bounced');
  });
});

describe('whatever SES may say', () => {
  const filers = USERS.filter((user) => user === 'any' || user === 'two').map(idOf);
  const pages = () => [
    '/',
    '/log',
    '/log/attention',
    '/log/attention?status=bounced',
    `/log?run=${RUN}`,
    `/log?run=${RUN}&status=bounced`,
    '/log/search?q=filer',
    ...filers.flatMap((id) => [`/log/${RUN}/${id}`, `/filers/${id}`]),
  ];

  it('every page of the log is shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyEvent({ runs: [RUN, ''], filers }), { maxLength: 10 }), async (events) => {
        await record(...events);
        for (const path of pages()) {
          const { statusCode } = await otto.open(path);
          expect([path, statusCode]).toEqual([path, 200]);
        }
      }),
      { numRuns: 8 },
    );
    const logged = JSON.stringify(test.cloud.log);
    for (const part of ['@', 'script']) expect(logged).not.toContain(part);
  }, 120_000);

  it('a fact of an unknown run, as older versions recorded it, breaks no page', async () => {
    const fact = {
      filerId: idOf('any'),
      attempt: 1e6,
      kind: 'bounced',
      at: '2018-07-24T13:05:00.1234567891Z',
    } as const;
    await sendLogStore(test.cloud).append([
      { ...fact, runId: OTHER_RUN },
      { ...fact, runId: RUN, reason: 'x'.repeat(10_000) },
    ]);
    for (const path of pages()) {
      const { statusCode } = await otto.open(path);
      expect([path, statusCode]).toEqual([path, 200]);
    }
  });
});

it('the next phase emails no one whose mailbox refused, and everyone else', async () => {
  const { length } = test.cloud.outbox;
  await test.cloud.advanceTo('2018-10-18T15:00:00Z');
  const mailed = test.cloud.outbox.slice(length).map(({ to }) => to[0]!);
  for (const user of ['wade', 'empty', 'decorated', 'listed', 'complains', 'fine'] as const) {
    expect(mailed).not.toContain(addressOf(user));
  }
  for (const user of ['ann', 'restored'] as const) expect(mailed).toContain(addressOf(user));
}, 60_000);
