import { BatchGetCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamo } from '../shared/aws.client.ts';
import { chunked } from '../shared/batch.ts';
import { succeeded } from '../shared/conditional.client.ts';
import { ENV, required } from '../shared/env.ts';
import type { Runtime } from '../shared/runtime.ts';

/** Why an address is never mailed again. */
export interface Suppression {
  readonly reason: 'hard-bounce' | 'complaint';
  /** SES's words in codes, such as `Permanent/General`. */
  readonly detail: string;
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly runId: string;
  readonly filerId: string;
}

export interface SuppressionStore {
  /**
   * Which of these addresses are suppressed, read consistently.
   * @throws Error when any of them can't be told: who might be suppressed isn't mailed.
   */
  suppressed(addresses: readonly string[]): Promise<Map<string, Suppression>>;
  /** Suppresses an address; the first reason stands. */
  suppress(address: string, why: Suppression): Promise<void>;
}

const BATCH_SIZE = 100;
const TRIES = 6;

export function suppressionStore(
  { env, clock }: Pick<Runtime, 'env' | 'clock'>,
  db: DynamoDBDocumentClient = dynamo(),
): SuppressionStore {
  const table = required(env, ENV.suppressionTable);

  async function readBatch(keys: readonly Record<string, string>[]): Promise<Record<string, unknown>[]> {
    const found: Record<string, unknown>[] = [];
    let open = [...keys];
    for (let attempt = 1; open.length > 0; attempt++) {
      if (attempt > TRIES)
        throw new Error('Cannot send because the suppression list must be known: it is not');
      if (attempt > 1) await clock.sleep(50 * 2 ** attempt);
      const answer = await db.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: open, ConsistentRead: true } } }),
      );
      found.push(...(answer.Responses?.[table] ?? []));
      open = (answer.UnprocessedKeys?.[table]?.Keys ?? []) as typeof open;
    }
    return found;
  }

  return {
    suppressed: async (addresses) => {
      const byKey = new Map(addresses.map((address) => [keyOf(address).pk, address]));
      const items: Record<string, unknown>[] = [];
      for (const keys of chunked([...new Set(byKey.keys())], BATCH_SIZE)) {
        items.push(...(await readBatch(keys.map((pk) => ({ pk, sk: 'suppression' })))));
      }
      const suppressions = new Map(items.map((item) => [item.pk as string, suppressionOf(item)]));
      return new Map(
        addresses.flatMap((address) => {
          const suppression = suppressions.get(keyOf(address).pk);
          return suppression ? [[address, suppression] as const] : [];
        }),
      );
    },
    suppress: async (address, why) => {
      await succeeded(
        db.send(
          new PutCommand({
            TableName: table,
            Item: { ...keyOf(address), ...why },
            ConditionExpression: 'attribute_not_exists(pk)',
          }),
        ),
      );
    },
  };
}

/** Case doesn't make another mailbox in practice; refusing both spellings is the safe side. */
function keyOf(address: string): { pk: string; sk: string } {
  return { pk: `address#${address.trim().toLowerCase()}`, sk: 'suppression' };
}

function suppressionOf({ pk, sk, ...why }: Record<string, unknown>): Suppression {
  return why as unknown as Suppression;
}
