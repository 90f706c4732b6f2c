import type { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from '#fixtures';
import { chunkRange } from '../../../functions/aws/chunk-range.ts';
import { chunkStore } from '../../../functions/aws/chunks.ts';
import { type Attempt, chunkName, type Run, retryName } from '../../../functions/domain/run/run.ts';
import { forBatch, knownSend } from '../../../functions/record-feedback/known-send.ts';
import { startTables, type Tables } from '../../support/send-tables.ts';

const RUN = 'notice-1_20180724T130000Z';
/** Filers in the order of their ids, two a chunk, and one between any two who is in none. */
const IDS = Array.from({ length: 41 }, (_, index) => (index * 0x0123456789).toString(16).padStart(16, '0'));
const MEMBERS = IDS.filter((_, index) => index % 2 === 1);
const CHUNKS = MEMBERS.length / 2;
const MISSING = 4;

let tables: Tables;
let services: Parameters<typeof knownSend>[1];
let run: Partial<Run> | null;
const find = (filerId: string, attempt = 1) => knownSend({ runId: RUN, filerId, attempt }, services);

beforeAll(async () => {
  tables = await startTables();
  const chunks = chunkStore(tables.env, tables.db);
  const put = (chunk: string, attempts: Attempt[]) =>
    chunks.putIfAbsent({ runId: RUN, chunk }, { attempts, now: 0 });
  const first = (filerId: string) => ({ filerId, attempt: 1, state: fixtures.todo }) as const;
  for (let number = 1; number <= CHUNKS; number++) {
    if (number === MISSING) continue;
    await put(chunkName(number), MEMBERS.slice(2 * number - 2, 2 * number).map(first));
  }
  const further = { filerId: MEMBERS[0]!, attempt: 2, state: fixtures.todo, to: 'secondary' } as const;
  await put(retryName(further), [further]);
  const range = chunkRange(tables.env, tables.db);
  services = {
    chunks,
    attempts: range.finder(),
    roster: { filersById: async () => new Map() },
    runs: { run: async () => run as Run | null },
  };
});
afterAll(() => tables.close());

describe('knownSend', () => {
  const audience = { byState: {}, mailable: MEMBERS.length, skipped: 0, chunks: CHUNKS };

  it('finds every first attempt that a chunk holds, though one chunk is missing still, and no other', async () => {
    run = { runId: RUN, audience };
    for (const id of IDS) {
      const place = Math.floor(MEMBERS.indexOf(id) / 2) + 1;
      const isHeld = MEMBERS.includes(id) && place !== MISSING;
      expect([id, (await find(id))?.attempt.filerId]).toEqual([id, isHeld ? id : undefined]);
    }
  });

  it('reads the run once for all events of a batch, and each chunk', async () => {
    const reads = { runs: 0, chunks: 0 };
    const db = {
      send: (command: GetItemCommand) => {
        reads.chunks++;
        return tables.db.send(command);
      },
    } as unknown as typeof tables.db;
    const whole = { ...audience, chunks: MISSING - 1 };
    const stored = { runId: RUN, audience: whole, enqueued: true } as Partial<Run> as Run;
    const read = async () => {
      reads.runs++;
      return stored;
    };
    const batch = forBatch({ ...services, chunkRange: chunkRange(tables.env, db), runs: { run: read } });
    const members = MEMBERS.slice(0, 2 * whole.chunks);
    const findAll = () =>
      Promise.all(members.map((filerId) => knownSend({ runId: RUN, filerId, attempt: 1 }, batch)));
    const found = await findAll();
    expect(found.map((one) => one?.attempt.filerId)).toEqual(members);
    const { chunks } = reads;
    expect(await findAll()).toEqual(found);
    expect(reads).toEqual({ runs: 1, chunks });
  });

  it('finds a further attempt with where it goes', async () => {
    run = { runId: RUN, audience, enqueued: true };
    expect((await find(MEMBERS[0]!, 2))?.attempt.to).toBe('secondary');
    expect(await find(MEMBERS[0]!, 3)).toBeNull();
    expect(await find(MEMBERS[1]!, 2)).toBeNull();
  });

  it('finds nothing without a run, or before its audience is counted', async () => {
    run = null;
    expect(await find(MEMBERS[0]!)).toBeNull();
    run = { runId: RUN };
    expect(await find(MEMBERS[0]!)).toBeNull();
  });
});
