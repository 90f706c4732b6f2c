import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { NO_MARK } from '../domain/roster/filer-lists.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { scanItems } from './dynamo.ts';
import { type SuppressionKey, suppressionKeyOf } from './suppression-key.ts';
import { HASHED, PLAIN } from './suppressions.ts';

/**
 * Marks of mailboxes: the beginnings of their hashes on the suppression list. They tell who may be suppressed without
 * reading filers; who is, the list itself tells.
 */
export interface MailboxMarks {
  /** @returns what gives the mark of an address */
  marker(): Promise<(address: string) => string>;
  /** The marks of all mailboxes that are suppressed now. */
  suppressed(): Promise<ReadonlySet<string>>;
}

/** Enough for two of a million mailboxes to have the same only rarely. */
const MARK_LENGTH = 10;

/** Reads the suppression table. @throws Error when a variable is missing. */
export function mailboxMarks(
  env: Env,
  { db = dynamo(), key }: { db?: DynamoDBClient; key?: SuppressionKey } = {},
): MailboxMarks {
  const table = { db, name: required(env, ENV.suppressionTable) };
  const keys = key ?? suppressionKeyOf(env, db);

  async function marker(): Promise<(address: string) => string> {
    const hash = await keys.hasher();
    return (address) => (hash ? hash(address).slice(0, MARK_LENGTH) : NO_MARK);
  }

  return {
    marker,
    suppressed: async () => {
      const markOf = await marker();
      const marks = new Set<string>();
      for await (const { pk, sk, liftedMilliseconds } of scanItems(table)) {
        if (sk !== 'suppression' || liftedMilliseconds !== undefined) continue;
        const text = String(pk);
        const isHashed = text.startsWith(HASHED);
        if (isHashed) marks.add(text.slice(HASHED.length, HASHED.length + MARK_LENGTH));
        else if (text.startsWith(PLAIN)) marks.add(markOf(text.slice(PLAIN.length)));
      }
      return marks;
    },
  };
}
