import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Filer } from '../filers/filer.ts';
import type { RosterStore } from '../roster/roster.client.ts';
import { dynamo } from '../shared/aws.client.ts';
import { batched } from '../shared/batched.ts';
import type { Clock } from '../shared/clock.ts';
import { ENV, type Env, required } from '../shared/env.ts';
import { addFilers, type StateCounts } from './audience-count.ts';

/** A roster version's filers by state, for one day of go-live: that follows from these two alone, and is kept. */
export interface RosterCount {
  readonly counts: StateCounts;
  /** How many were counted so far. */
  readonly counted: number;
  /** The last one counted; everybody up to there is in. */
  readonly after: string;
  readonly isComplete: boolean;
  /** Instant, ISO 8601 in UTC. */
  readonly asOf: string;
}

export interface RosterCountStore {
  get(version: string, goLiveDate: string | null): Promise<RosterCount | null>;
  put(name: { version: string; goLiveDate: string | null }, count: RosterCount): Promise<void>;
}

export function rosterCountStore(env: Env, db: DynamoDBDocumentClient = dynamo()): RosterCountStore {
  const table = required(env, ENV.deliveryTable);
  const keyOf = (version: string, goLiveDate: string | null) => ({
    pk: 'roster-count',
    sk: `${version}#${goLiveDate ?? 'to-be-announced'}`,
  });
  return {
    get: async (version, goLiveDate) => {
      const Key = keyOf(version, goLiveDate);
      const { Item } = await db.send(new GetCommand({ TableName: table, Key }));
      if (!Item) return null;
      const { pk, sk, ...count } = Item;
      return count as unknown as RosterCount;
    },
    put: async ({ version, goLiveDate }, count) => {
      await db.send(new PutCommand({ TableName: table, Item: { ...keyOf(version, goLiveDate), ...count } }));
    },
  };
}

/** So many filers are read for one page at most: some seconds of work. */
const MOST = 20_000;
const PAGE = 1000;
const NOBODY: Omit<RosterCount, 'asOf'> = { counts: {}, counted: 0, after: '', isComplete: false };

/**
 * Counts a roster version by state, as far as one page's time goes; the next call goes on from there. Two at once count the
 * same, and either's count is right.
 */
export async function countRoster(
  name: { version: string; goLiveDate: string | null },
  {
    roster,
    rosterCounts,
    clock,
    most = MOST,
  }: {
    roster: Pick<RosterStore, 'filers'>;
    rosterCounts: RosterCountStore;
    clock: Clock;
    /** @default 20,000 */
    most?: number;
  },
): Promise<RosterCount> {
  const { version, goLiveDate } = name;
  const known = await rosterCounts.get(version, goLiveDate);
  if (known?.isComplete) return known;
  let { counts, counted, after } = known ?? NOBODY;
  let read = 0;
  let isComplete = true;
  const filers: AsyncIterable<Filer> = roster.filers(version, { ...(after && { after }), pageSize: PAGE });
  for await (const some of batched(filers, PAGE)) {
    counts = addFilers(counts, some, goLiveDate);
    counted += some.length;
    read += some.length;
    after = some.at(-1)!.filerId;
    if (read < most) continue;
    isComplete = false;
    break;
  }
  const count = { counts, counted, after, isComplete, asOf: clock.now().toString() };
  await rosterCounts.put(name, count);
  return count;
}
