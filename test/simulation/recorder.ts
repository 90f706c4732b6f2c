import { ENV, type Env } from '../../functions/lib/env.ts';
import type { AskDynamo } from './dynamo.ts';
import { isBadMailbox } from './invariants-secondary.ts';
import { isSecondary } from './launch.ts';
import type { Accepted } from './others.ts';
import type { Actor } from './scheduler.ts';

/** An update of DynamoDB as the SDK writes it. */
interface Update {
  readonly Key: { readonly pk: { readonly S: string }; readonly sk: { readonly S: string } };
  readonly UpdateExpression: string;
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>>;
  readonly ExpressionAttributeValues?: Readonly<
    Record<string, { readonly S?: string; readonly SS?: readonly string[] }>
  >;
}

type Item = Readonly<Record<string, { readonly S?: string; readonly SS?: readonly string[] }>>;

/** What the log says about an attempt. */
interface Known {
  readonly attempt: number;
  readonly kind: string;
  readonly reason?: string;
}

const HOUR = 3_600_000;

function isTaken({ kind }: Known): boolean {
  return !['failed', 'unknown', 'skipped'].includes(kind);
}

/** Whether the log proves that SES took an earlier attempt. */
function isOut(facts: readonly Known[], attempt: number): boolean {
  return facts.some((fact) => fact.attempt < attempt && isTaken(fact));
}

/** An email bounced permanently, the filer didn't complain, and all that SES took has bounced. */
function mayTrySecondary(facts: readonly Known[]): boolean {
  const bounced = facts.filter(({ kind }) => kind === 'bounced').map(({ attempt }) => attempt);
  const isOpen = (fact: Known) => isTaken(fact) && !bounced.includes(fact.attempt);
  return bounced.length > 0 && !facts.some(({ kind }) => kind === 'complained') && !facts.some(isOpen);
}

/**
 * Sees every call as it takes effect, and compares it with the state at that moment. It reads the tables itself, past
 * the functions under test.
 */
export class Recorder {
  readonly broken = new Set<string>();
  /** Instants at which functions began to send. Epoch milliseconds. */
  readonly starts: number[] = [];
  /** Holds that a person placed and has not begun to lift, as `scope reason`. */
  private readonly holds = new Map<string, { readonly scope: string; readonly reason: string }>();
  /** How many lifts began, and how many are under way, by hold. */
  private readonly lifts = new Map<string, number>();
  private readonly lifting = new Map<string, number>();
  /** Holds that Crier placed automatically and that were not lifted since, as `scope reason`. */
  private readonly automaticHolds = new Set<string>();
  /** Plans whose upload was worked through to its end: version, and the dates that they name. */
  private readonly standing = new Map<string, string>();
  /** When an attempt was called unknown first, by run, filer and attempt. Epoch milliseconds. */
  private readonly unknownSince = new Map<string, number>();
  private readonly env: Env;
  private readonly ask: AskDynamo;

  constructor(env: Env, ask: AskDynamo) {
    this.env = env;
    this.ask = ask;
  }

  /** @returns what to call when the hold is placed: it is active unless a lift was, is or came under way meanwhile. */
  holdBegins(scope: string, reason: string): () => void {
    const key = `${scope} ${reason}`;
    const before = this.lifts.get(key);
    const wasLifting = this.lifting.has(key);
    return () => {
      const isUntouched = this.lifts.get(key) === before && !wasLifting && !this.lifting.has(key);
      if (isUntouched) this.holds.set(key, { scope, reason });
    };
  }

  /**
   * From the beginning of a lift on, and permanently after a crash, it isn't known whether the hold is active.
   * @returns what to call when the lift is over.
   */
  liftBegins(scope: string, reason: string): () => void {
    const key = `${scope} ${reason}`;
    this.holds.delete(key);
    this.lifts.set(key, (this.lifts.get(key) ?? 0) + 1);
    this.lifting.set(key, (this.lifting.get(key) ?? 0) + 1);
    return () => {
      const left = this.lifting.get(key)! - 1;
      if (left > 0) this.lifting.set(key, left);
      else this.lifting.delete(key);
    };
  }

  planApplied(version: string, dates: string): void {
    this.standing.set(version, dates);
  }

  async updated(actor: Actor | undefined, { Key, UpdateExpression, ...update }: Update): Promise<void> {
    if (Key.pk.S === 'gate') this.holdChanged({ UpdateExpression, ...update });
    if (!actor) return;
    const values = update.ExpressionAttributeValues ?? {};
    if (Key.pk.S === 'gate' && UpdateExpression.includes('freeFrom')) {
      actor.wrongSlots = await this.wrongSlots(values[':run']?.S ?? '');
    }
    const retry = /^chunk#retry-(.+)-(\d+)$/.exec(Key.sk.S);
    if (retry && UpdateExpression.includes('leaseUntil = ')) {
      const [, filer, attempt] = retry as unknown as [string, string, string];
      const run = Key.pk.S.slice('run#'.length);
      const chunk = await this.item(ENV.deliveryTable, { pk: Key.pk.S, sk: Key.sk.S });
      const isSecondary = JSON.stringify(chunk.attempts ?? '').includes('"secondary"');
      const facts = await this.factsOf(run, filer);
      const isProved = isSecondary ? !mayTrySecondary(facts) : isOut(facts, Number(attempt));
      if (isProved) actor.provedBefore.add(`${run} ${filer}#${attempt}`);
    }
  }

  private holdChanged({
    UpdateExpression,
    ExpressionAttributeNames = {},
    ExpressionAttributeValues = {},
  }: Omit<Update, 'Key'>): void {
    const scope = ExpressionAttributeNames['#hold']?.slice('hold:'.length);
    const reason = ExpressionAttributeValues[':reasons']?.SS?.[0];
    if (!scope || !reason) return;
    if (UpdateExpression.startsWith('ADD')) this.automaticHolds.add(`${scope} ${reason}`);
    else this.automaticHolds.delete(`${scope} ${reason}`);
  }

  /** Whether a hold is active that Crier placed automatically. */
  get isBreakerOpen(): boolean {
    return this.automaticHolds.size > 0;
  }

  /** People are notified of every hold that Crier places automatically and that lasts for a while. */
  checkNotified(events: readonly { kind: string; detail: Readonly<Record<string, unknown>> }[]): void {
    const notified = events
      .filter(({ kind }) => kind === 'PhaseHeld')
      .map(({ detail }) => `${detail.scope ?? detail.run} ${detail.reason}`);
    for (const hold of this.automaticHolds)
      if (!notified.includes(hold)) this.broken.add(`people were not notified of the hold ${hold}`);
  }

  /** Why no slots should be given to this run now, if so. */
  private async wrongSlots(runId: string): Promise<string | null> {
    for (const { scope, reason } of this.holds.values()) {
      if (scope === 'all' || scope === runId)
        return `${scope === 'all' ? 'everything' : 'the run'} was held (${reason})`;
    }
    const gate = await this.item(ENV.deliveryTable, { pk: 'gate', sk: 'gate' });
    if (gate.cancelled?.SS?.includes(runId)) return 'the run was cancelled at the gate';
    const run = await this.item(ENV.deliveryTable, { pk: 'runs', sk: runId });
    const plan = await this.item(ENV.launchTable, { pk: 'plan', sk: 'current' });
    const dates = this.standing.get(plan.version?.S ?? '');
    return dates !== undefined && dates !== run.dates?.S ? 'a newer plan had withdrawn its dates' : null;
  }

  private async item(table: string, { pk, sk }: { pk: string; sk: string }): Promise<Item> {
    const key = { TableName: this.env[table], Key: { pk: { S: pk }, sk: { S: sk } } };
    return JSON.parse((await this.ask('GetItem', JSON.stringify(key))).body).Item ?? {};
  }

  private async factsOf(run: string, filer: string): Promise<Known[]> {
    const { body } = await this.ask(
      'Query',
      JSON.stringify({
        TableName: this.env[ENV.sendLogTable],
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: { ':pk': { S: `${run}#${filer[0]}` }, ':sk': { S: `${filer}#` } },
      }),
    );
    return JSON.parse(body).Items.map(({ sk, reason }: Item) => {
      const [, attempt, kind] = sk!.S!.split('#');
      return { attempt: Number(attempt), kind, reason: reason?.S };
    });
  }

  /** The sweep sends again what has been unknown for an hour, and nothing else. */
  put(actor: Actor | undefined, { Item }: { Item: Item }, now: number): void {
    const retry = /^chunk#retry-(.+)-(\d+)$/.exec(Item.sk?.S ?? '');
    if (!retry || !actor?.name.startsWith('sweep')) return;
    const [, filer, attempt] = retry as unknown as [string, string, string];
    const since = this.unknownSince.get(`${Item.pk!.S!.slice('run#'.length)} ${filer}#1`);
    if (attempt !== '2') this.broken.add(`the sweep made attempt ${attempt} of ${filer.slice(0, 4)}`);
    if (since === undefined || now - since < HOUR)
      this.broken.add(`the sweep sent ${filer.slice(0, 4)} another email before an hour was over`);
  }

  /** Facts on their way into the log. */
  facts({
    RequestItems,
  }: {
    RequestItems: Readonly<Record<string, readonly { PutRequest: { Item: Item } }[]>>;
  }): void {
    for (const { PutRequest } of Object.values(RequestItems).flat()) {
      const { kind, runId, sk, at } = PutRequest.Item;
      const key = `${runId?.S} ${sk?.S?.replace(/#unknown$/, '')}`;
      if (kind?.S === 'unknown' && !this.unknownSince.has(key))
        this.unknownSince.set(key, Date.parse(at!.S!));
    }
  }

  startsSend(now: number): void {
    this.starts.push(now);
  }

  async accepted(actor: Actor | undefined, { run, filer, attempt, to }: Accepted): Promise<void> {
    if (isSecondary(to) && !(await this.factsOf(run, filer)).some(isBadMailbox))
      this.broken.add(`${filer.slice(0, 4)} got an email at another address, and none had bounced for good`);
    if (!actor) return;
    if (actor.wrongSlots) this.broken.add(`an email went out in a slot given though ${actor.wrongSlots}`);
    if (actor.provedBefore.has(`${run} ${filer}#${attempt}`)) {
      this.broken.add(
        `${filer.slice(0, 4)} was sent attempt ${attempt}, and the log had proof of an earlier one`,
      );
    }
  }

  /** Whether more emails began in some second than SES's rate allows. */
  checkRate(maxSendRate: number): void {
    const starts = this.starts.toSorted((a, b) => a - b);
    const over = starts.some(
      (start, index) => (starts[index + maxSendRate] ?? Number.POSITIVE_INFINITY) - start < 1000,
    );
    if (over) this.broken.add(`more than ${maxSendRate} emails began within a second`);
  }
}
