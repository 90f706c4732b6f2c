import { BatchWriteItemCommand } from '@aws-sdk/client-dynamodb';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { rosterWriter, waitOf } from '../../../functions/aws/roster-writer.ts';
import { outsideActor } from '../../../functions/domain/actor.ts';
import { type IntakeCloud, startIntakeCloud } from '../../support/clouds/intake-cloud.ts';
import { check } from '../../support/roster/table.ts';

const DRAFT = {
  version: 'v1',
  kind: 'roster',
  base: null,
  key: 'inbox/roster/a.csv',
  contentSha256: 'x',
  uploadedAt: '2018-07-24T13:00:00Z',
  by: outsideActor(),
  planVersion: 'p1',
} as const;

type Batch = { RequestItems: Record<string, unknown[]> };

/** Tables that take only some of a batch, or throttle it whole, as often as they are told. */
function reluctant({ db, env }: IntakeCloud, answers: ('some' | 'throttle' | 'all')[]): IntakeCloud['db'] {
  const table = Object.values(env).find((name) => name?.startsWith('roster-'))!;
  let asked = 0;
  return new Proxy(db, {
    get: (target, property) => {
      if (property !== 'send') return Reflect.get(target, property, target);
      return async (command: object) => {
        const send = target.send.bind(target) as (sent: object) => Promise<object>;
        const answer = command instanceof BatchWriteItemCommand ? answers[asked++ % answers.length] : 'all';
        if (answer === 'all') return send(command);
        if (answer === 'throttle')
          throw Object.assign(new Error('too fast'), { name: 'ProvisionedThroughputExceededException' });
        const requests = (command as unknown as { input: Batch }).input.RequestItems[table]!;
        await send(new BatchWriteItemCommand({ RequestItems: { [table]: requests.slice(0, 3) as never } }));
        return { UnprocessedItems: { [table]: requests.slice(3) } };
      };
    },
  });
}

describe('rosterWriter', () => {
  it('writes until nothing is left, waiting longer each time', async () => {
    const cloud = await startIntakeCloud();
    const waits: number[] = [];
    const clock = {
      now: () => Temporal.Instant.from(cloud.now),
      sleep: async (milliseconds: number) => {
        waits.push(milliseconds);
      },
    };
    const { rows } = await check(
      `uid,last_name,email\n${Array.from({ length: 500 }, (_, index) => `u${index},N,u${index}@example.com\n`).join('')}`,
    );
    const filers = rows.map(({ filer }) => filer!);
    const writer = rosterWriter(
      { env: cloud.env, clock },
      reluctant(cloud, ['some', 'throttle', 'some', 'all', 'throttle', 'throttle']),
    );
    const version = await writer.begin(DRAFT);
    await version.put(filers);
    await version.checkpoint({ row: 501, filerId: '' });
    const written = await Array.fromAsync(cloud.services.roster.filers('v1'));
    expect(written).toEqual(filers.toSorted((one, other) => (one.filerId < other.filerId ? -1 : 1)));
    expect(waits.length).toBeGreaterThan(20);
    expect(Math.max(...waits)).toBeGreaterThan(Math.min(...waits) * 4);
    expect((await writer.begin(DRAFT)).progress).toEqual({ row: 501, filerId: '' });
    await cloud.close();
  });

  it('fails loudly when a table takes nothing any more', async () => {
    const cloud = await startIntakeCloud();
    const clock = { now: () => Temporal.Instant.from(cloud.now), sleep: async () => {} };
    const writer = rosterWriter({ env: cloud.env, clock }, reluctant(cloud, ['throttle']));
    const version = await writer.begin(DRAFT);
    const { rows } = await check('uid,last_name,email\na,A,a@example.com\n');
    await version.put([rows[0]!.filer!]);
    await expect(version.checkpoint({ row: 2, filerId: '' })).rejects.toThrow(
      'Cannot write the roster because 1 filers are still unprocessed',
    );
    await cloud.close();
  });
});

describe('waitOf', () => {
  it.each([
    [2, 0, 50],
    [2, 1, 100],
    [7, 0.5, 2400],
    [8, 0, 2500],
    [60, 1, 5000],
  ])('before try %d, with %d of the jitter, is %d ms', (attempt, random, milliseconds) => {
    expect(waitOf(attempt, random)).toBe(milliseconds);
  });
});
