import { BatchWriteItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import pLimit from 'p-limit';
import { marshalled } from '../functions/aws/dynamo.ts';
import { itemOf } from '../functions/aws/log-keys.ts';
import { storedFiler } from '../functions/aws/roster-items.ts';
import { filerKey } from '../functions/aws/rosters.ts';
import {
  chunkRange,
  chunks,
  counts,
  logReader,
  mailboxMarks,
  readiness,
  roster,
  runs,
  search,
  searchWriter,
  sendLog,
  suppressedNow,
  suppression,
} from '../functions/aws/services.ts';
import { BLANK, type Filer } from '../functions/domain/filer/filer.ts';
import type { State } from '../functions/domain/filer/state.ts';
import { CHUNK_SIZE, chunkName } from '../functions/domain/run/run.ts';
import type { Fact, FactKind } from '../functions/domain/send/fact.ts';
import { chunked } from '../functions/lib/iterables.ts';

/** Services that fill and count the log. */
export const LOG_SERVICES = {
  chunkRange,
  chunks,
  counts,
  logReader,
  mailboxMarks,
  readiness,
  roster,
  runs,
  search,
  searchWriter,
  sendLog,
  suppressedNow,
  suppression,
};

/** The run that is filled. */
export const RUN = 'notice-1_20180724T130000Z';
/** The roster version that is filled. */
export const VERSION = '20180724T120000Z-0123456789ab';

const FIRST = ['Jane', 'John', 'María', 'Wei', 'Aisha', 'Olu', 'Sven', 'Ruth', 'Ivan', 'Noor', 'Tom', 'Ana'];
const LAST = ['Smith', 'Núñez', "O'Neil", 'Weiß', 'Okafor', 'Lindström', 'Chen', 'Garcia', 'Brown', 'Rossi'];
const KINDS: Readonly<Record<string, readonly FactKind[]>> = {
  delivered: ['sent', 'send', 'delivered'],
  delayed: ['sent', 'send', 'soft-bounced'],
  bounced: ['sent', 'send', 'bounced'],
  failed: ['failed'],
  unknown: ['unknown'],
  skipped: ['skipped'],
  waiting: [],
};

/** Every 500th failed, every 300th bounced … and the last hundredth waits. */
export function outcomeOf(n: number, of: number): keyof typeof KINDS {
  if (n > 0.99 * of) return 'waiting';
  if (n % 500 === 7) return 'failed';
  if (n % 300 === 11) return 'bounced';
  if (n % 900 === 13) return 'unknown';
  if (n % 700 === 17) return 'delayed';
  return n % 50 === 19 ? 'skipped' : 'delivered';
}

function stateOf(n: number): State {
  return n % 40 === 3 ? 'conflict' : n % 3 ? 'needs-upgrade' : 'ready-to-link';
}

/** Ids in order, over all shards. */
export function idAt(n: number, of: number): string {
  const place = Math.floor((n / of) * 0xffffffff);
  return place.toString(16).padStart(8, '0') + n.toString(16).padStart(8, '0');
}

/** A filer by number. */
export function filerAt(n: number, of: number): Filer {
  const [first, last] = [FIRST[n % FIRST.length]!, LAST[(n * 7) % LAST.length]!];
  return {
    ...BLANK,
    filerId: idAt(n, of),
    userId: `${first[0]}${last}${n}`.toLowerCase(),
    lastName: `${last}${n % 1000 === 5 ? '-Quillfeather' : ''}`,
    firstName: first,
    firm: `${LAST[n % 7]} & ${LAST[n % 9]} LLP`,
    barId: `NY${100_000 + n}`,
    phone: `212-${String(1_000_000 + n).slice(-7, -4)}-${String(n).padStart(4, '0').slice(-4)}`,
    email: `filer${n}@example${n % 900}.com`,
    userType: 'attorney',
    pacerAccountType: stateOf(n) === 'needs-upgrade' ? 'legacy' : 'upgraded',
    linkAsOf: '2018-07-24',
  };
}

function factsAt(n: number, of: number): Fact[] {
  const filerId = idAt(n, of);
  const at = new Date(Date.UTC(2018, 6, 24, 13) + n * 10).toISOString();
  return KINDS[outcomeOf(n, of)]!.map((kind, index) => ({
    runId: RUN,
    filerId,
    attempt: 1,
    kind,
    at,
    messageId: `0100${String(n).padStart(12, '0')}-${index}`,
    ...(index === 0 && { state: stateOf(n) }),
  }));
}

/** How much was written. */
interface Filled {
  readonly facts: number;
  readonly chunks: number;
  readonly mailable: number;
}

interface Target {
  /** Names of the tables. */
  readonly tables: Readonly<Record<'roster' | 'delivery' | 'log', string>>;
  /** The roster version that is filled. */
  readonly version: string;
  /** Whether chunks are written, as of a run that isn't complete. */
  readonly isRunning: boolean;
  /** How many filers got an email. @default all */
  readonly sends?: number;
}

/** Writes the roster, the chunks and the facts of one run with `of` filers. */
export async function fill(
  db: DynamoDBClient,
  of: number,
  { tables, version, isRunning, sends = of }: Target,
): Promise<Filled> {
  const limit = pLimit(6);
  const write = (table: keyof Target['tables'], items: readonly Record<string, unknown>[]) =>
    limit.map(chunked(items, 25), async (some) => {
      const RequestItems = {
        [tables[table]]: some.map((item) => ({ PutRequest: { Item: marshalled(item) } })),
      };
      await db.send(new BatchWriteItemCommand({ RequestItems }));
    });
  const step = 5_000;
  let facts = 0;
  let chunks = 0;
  let mailable = 0;
  let open: { filerId: string; attempt: number; state: State }[] = [];
  for (let start = 0; start < of; start += step) {
    const numbers = Array.from({ length: Math.min(step, of - start) }, (_, index) => start + index);
    const filers = numbers.map((n) => filerAt(n, of));
    const items = numbers
      .filter((n) => n < sends)
      .flatMap((n) => factsAt(n, of))
      .map(itemOf);
    const mailed = numbers.filter((n) => outcomeOf(n, of) !== 'skipped');
    open.push(...mailed.map((n) => ({ filerId: idAt(n, of), attempt: 1, state: stateOf(n) })));
    mailable += mailed.length;
    const whole = start + step >= of ? open.length : open.length - (open.length % CHUNK_SIZE);
    const pieces = chunked(open.slice(0, whole), CHUNK_SIZE);
    open = open.slice(whole);
    await write(
      'roster',
      filers.map((filer) => ({ ...filerKey(version, filer.filerId), ...storedFiler(filer) })),
    );
    await write(
      'delivery',
      (isRunning ? pieces : []).map((attempts, index) => {
        const name = chunkName(chunks + index + 1);
        const done = attempts.at(-1)!.filerId <= idAt(Math.floor(0.99 * of), of);
        return { pk: `run#${RUN}`, sk: `chunk#${name}`, runId: RUN, name, attempts, turn: 1, lost: 0, done };
      }),
    );
    await write('log', items);
    chunks += pieces.length;
    facts += items.length;
    if (start % 50_000 === 0) console.log(`${start + numbers.length} filers, ${facts} facts`);
  }
  return { facts, chunks, mailable };
}
