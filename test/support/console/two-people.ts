import { planWith } from '../builders/plan.ts';
import { stoppedUnless } from '../stopped-unless.ts';
import type { Answer, Browser } from './browser.ts';
import { aConsole, type TestConsole } from './console.ts';

export const ROWS = ['a,Abel,a@example.com', 'b,Baker,b@example.com', 'c,Cole,c@example.com'];
export const SAFEGUARDS = { maxGonePercent: 100, maxNewPercent: 100, maxAddressChangedPercent: 100 };
export const PLAN = { twoPersonApproval: true, roster: SAFEGUARDS };

/** A launch with two-person approval: Clara uploads, Ada approves; what `cloud.put` brings comes from outside. */
export interface TwoPeople {
  readonly console: TestConsole;
  readonly clara: Browser;
  readonly ada: Browser;
  /** @param changes members of the plan that differ from {@link PLAN} @returns the page that says what it changes */
  uploadPlan(changes: Readonly<Record<string, unknown>>): Promise<string>;
  uploadRoster(rows: readonly string[], kind?: 'roster' | 'update'): Promise<void>;
  /** Opens the summary and posts its form. @param form fields instead of those of the summary */
  approve(who?: Browser, options?: { phase?: string; form?: Fields }): Promise<Answer>;
  /** Uploads have an order: some seconds later. */
  later(): Promise<void>;
  /** What was published of phases that wait, oldest first. */
  holds(): Held[];
}

/** An event `PhaseHeld`. */
interface Held {
  readonly phase: string;
  readonly scheduledFor: string;
  readonly reason: string;
  readonly void?: readonly { readonly code: string }[];
}

type Fields = Readonly<Record<string, string>>;

/** Starts the launch an hour before its first notice, with a plan and a roster of {@link ROWS}. */
export async function twoPeople(): Promise<TwoPeople> {
  const console = await aConsole(null);
  const clara = await console.signedIn('clara');
  const ada = await console.signedIn('ada');
  const launch = launchOf({ console, clara, ada });
  await stoppedUnless(console.cloud, async () => {
    await launch.uploadPlan({});
    await launch.uploadRoster(ROWS);
  });
  return launch;
}

function launchOf(people: Pick<TwoPeople, 'console' | 'clara' | 'ada'>): TwoPeople {
  const { clara, ada } = people;
  const { cloud } = people.console;
  let files = 0;
  const later = () => cloud.advanceTo(cloud.clock.now().add({ seconds: 5 }));
  return {
    ...people,
    later,
    uploadPlan: async (changes) => {
      await later();
      const page = await sendPlan(clara, JSON.stringify(planWith({ ...PLAN, ...changes })));
      await cloud.settle();
      return page;
    },
    uploadRoster: async (rows, kind = 'roster') => {
      await later();
      files += 1;
      await sendRoster(clara, { name: `${files}.csv`, kind, text: csv(rows) });
      await cloud.settle();
    },
    approve: async (who = ada, { phase = 'notice-1', form } = {}) => {
      const seen = form ?? hiddenFields((await who.get(`/phases/${phase}/release`)).text);
      const basis = { plan: '', roster: '', turn: '1', ...seen };
      const fields = { ...basis, csrf: await who.csrf(), why: 'right', confirm: 'approve' };
      return who.post(`/phases/${phase}/release`, fields);
    },
    holds: () =>
      cloud.events
        .filter((event) => event['detail-type'] === 'PhaseHeld')
        .map(({ detail }) => detail as Held),
  };
}

/** @returns the page that says what the plan changes */
async function sendPlan(who: Browser, plan: string): Promise<string> {
  const form = new FormData();
  form.set('csrf', await who.csrf());
  form.set('file', new Blob([plan]), 'launch.json');
  const body = new Response(form);
  const { location } = await who.post('/plan/check', '', {
    headers: { 'content-type': body.headers.get('content-type')! },
    event: { body: Buffer.from(await body.arrayBuffer()).toString('base64') },
  });
  const { text } = await who.get(location);
  const confirmed = await who.post('/plan/confirm', { ...hiddenFields(text), why: 'new' });
  const { statusCode } = confirmed;
  if (!confirmed.location.startsWith('/plan?awaits='))
    throw new Error(`Cannot test because the plan must be taken: ${statusCode}`);
  return text;
}

async function sendRoster(
  who: Browser,
  { name, kind, text }: { name: string; kind: string; text: string },
): Promise<void> {
  const answer = await who.post('/roster/upload', { csrf: await who.csrf(), kind, name });
  const { url, fields } = JSON.parse(answer.text) as { url: string; fields: Fields };
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('file', new Blob([text]), name);
  const { status } = await fetch(url, { method: 'POST', body: form });
  if (status !== 201) throw new Error(`Cannot test because the roster must be taken: ${status}`);
}

/** A roster's file. */
export function csv(rows: readonly string[]): string {
  return ['user id,last_name,email', ...rows].join('\n');
}

/** The hidden fields of a page's forms. */
export function hiddenFields(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"\/?>/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, unescaped(value)]));
}

const unescaped = (value: string) =>
  value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');

/** A page's text alone. */
export function wordsOf(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}
