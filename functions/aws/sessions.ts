import { randomBytes } from 'node:crypto';
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Temporal } from 'temporal-polyfill';
import * as z from 'zod';
import type { Identity } from '../domain/person.ts';
import { hashOf, type Session, sessionSchema } from '../domain/session.ts';
import type { SignInSettings } from '../domain/sign-in.ts';
import { ENV, type Env, required } from '../lib/env.ts';
import { dynamo } from './clients.ts';
import { deleteItem, getItem, putItem, queryItems, type Table, updateIf } from './dynamo.ts';

/** Someone who signed in during the last months. */
interface KnownPerson {
  readonly id: string;
  readonly name: string;
  /** The last time: instant, ISO 8601 in UTC; `null`: it isn't known. */
  readonly signedInAt: string | null;
}

/** Who is signed in, and who ever was. */
export interface SessionStore {
  /**
   * Begins a sign-in; DynamoDB deletes it some days after its end, and the person's name after `nameDays`.
   * @returns the cookie's token, which isn't kept.
   */
  begin(
    person: Identity,
    how: { at: Temporal.Instant } & Pick<SignInSettings, 'hours' | 'nameDays'>,
  ): Promise<string>;
  /** The sign-in of a cookie's token; `null`: there is none. */
  find(token: string): Promise<Session | null>;
  /** A sign-in by its id; `null`: there is none. */
  byId(sessionId: string): Promise<Session | null>;
  /** Notes that the person is still here; does nothing when the sign-in was ended meanwhile. */
  touch(sessionId: string, at: Temporal.Instant): Promise<void>;
  /** Ends a sign-in. */
  end(sessionId: string): Promise<void>;
  /** Ends every sign-in of a person. */
  endAllOf(personId: string): Promise<void>;
  /** Every sign-in that wasn't ended. */
  all(): AsyncIterable<Session>;
  /** Names of people who ever signed in, by id; others aren't in the answer. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Everyone whose name is kept: who signed in during the last months. By name. */
  people(): Promise<readonly KnownPerson[]>;
  /** Counts a test email of a person. @returns `false` when there were `TESTS_A_MINUTE` in this minute already */
  countTest(personId: string, at: Temporal.Instant): Promise<boolean>;
}

/** The partitions of the session table: sign-ins, names of users, and counts of test emails. */
export const SESSION_ITEMS = { session: 'session', person: 'person', test: 'test' } as const;
const { session: PK, person: PERSON, test: TEST } = SESSION_ITEMS;
const HOURS_A_DAY = 24;
const HOUR_SECONDS = 3600;
// Items from before the time was kept have none.
const nameSchema = z.object({ name: z.string(), signedInAt: z.string().nullable().default(null) });
/** Enough to look at every state of a phase, and too few to flood a mailbox. */
export const TESTS_A_MINUTE = 5;

/** Builds the store on the session table. @throws Error when the table's variable is missing. */
export function sessionStore(env: Env, db: DynamoDBClient = dynamo()): SessionStore {
  const table = { db, name: required(env, ENV.sessionTable) };
  const keyOf = (sessionId: string) => ({ pk: PK, sk: sessionId });

  async function nameOf(id: string): Promise<[id: string, name: string] | null> {
    const item = await getItem(table, { pk: PERSON, sk: id }, { consistent: false });
    return item && [id, nameSchema.parse(item).name];
  }

  async function byId(sessionId: string): Promise<Session | null> {
    const item = await getItem(table, keyOf(sessionId));
    return item && sessionSchema.parse(item);
  }

  async function* all(): AsyncIterable<Session> {
    const items = queryItems(table, { where: 'pk = :pk', values: { ':pk': PK }, consistent: true });
    for await (const item of items) yield sessionSchema.parse(item);
  }

  return {
    begin: async (person, { at, hours, nameDays }) => {
      const expiresIn = (length: number) => Math.floor(at.epochMilliseconds / 1000) + length * 3600;
      const token = secret();
      const sessionId = hashOf(token);
      const session: Session = {
        ...person,
        sessionId,
        csrf: secret(),
        createdAt: at.toString(),
        lastSeenAt: at.toString(),
      };
      await putItem(table, { ...keyOf(sessionId), ...session, expiresAt: expiresIn(hours) });
      const { name } = person;
      const known = { name, signedInAt: at.toString(), expiresAt: expiresIn(nameDays * HOURS_A_DAY) };
      await putItem(table, { pk: PERSON, sk: person.id, ...known });
      return token;
    },
    find: (token) => byId(hashOf(token)),
    byId,
    touch: async (sessionId, at) => {
      await updateIf(table, keyOf(sessionId), {
        update: 'SET lastSeenAt = :at',
        condition: 'attribute_exists(pk)',
        values: { ':at': at.toString() },
      });
    },
    end: (sessionId) => deleteItem(table, keyOf(sessionId)),
    endAllOf: async (personId) => {
      for await (const { id, sessionId } of all()) {
        if (id === personId) await deleteItem(table, keyOf(sessionId));
      }
    },
    all,
    countTest: (personId, at) => countTest(table, { personId, at }),
    people: async () => {
      const items = queryItems(table, { where: 'pk = :pk', values: { ':pk': PERSON } });
      const found = await Array.fromAsync(items, (item) => ({
        id: String(item.sk),
        ...nameSchema.parse(item),
      }));
      return found.toSorted((one, other) => one.name.localeCompare(other.name));
    },
    names: async (ids) => {
      const found = await Promise.all([...new Set(ids)].map(nameOf));
      return new Map(found.filter((one) => one !== null));
    },
  };
}

/** 256 random bits. */
function secret(): string {
  return randomBytes(32).toString('base64url');
}

/** Counts in the minute of the last test, unless it is full, or begins a new minute. */
async function countTest(
  table: Table,
  { personId, at }: { personId: string; at: Temporal.Instant },
): Promise<boolean> {
  const minute = at.toString().slice(0, 16);
  const expiresAt = Math.floor(at.epochMilliseconds / 1000) + HOUR_SECONDS;
  const count = (update: string, condition: string, values: Record<string, unknown>) =>
    updateIf(
      table,
      { pk: TEST, sk: personId },
      {
        update,
        condition,
        names: { '#minute': 'minute', '#count': 'count' },
        values: { ':minute': minute, ':one': 1, ...values },
      },
    );
  const more = await count('SET #count = #count + :one', '#minute = :minute AND #count < :most', {
    ':most': TESTS_A_MINUTE,
  });
  if (more) return true;
  const isNew = 'attribute_not_exists(#minute) OR #minute < :minute';
  return count('SET #minute = :minute, #count = :one, expiresAt = :end', isNew, { ':end': expiresAt });
}
