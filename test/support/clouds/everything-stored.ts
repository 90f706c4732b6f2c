import { dynamo } from '../../../functions/aws/clients.ts';
import {
  deleteItem,
  type Item,
  type ItemKey,
  putItem,
  scanItems,
  type Table,
} from '../../../functions/aws/dynamo.ts';
import type { Cloud } from '../../../local/cloud/cloud.ts';

/**
 * All that an embedded cloud holds and shows, as text by its place: every item of every table, every object, what lies in
 * dead letters, log lines, events, notices and failures. The outbox is left out: those emails are at their recipients.
 */
export async function everythingStored(cloud: Cloud): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const tables = Object.entries(cloud.env).filter(([name]) => name.endsWith('_TABLE'));
  for (const [name, table] of tables) {
    for await (const item of scanItems({ db: dynamo(), name: table! }))
      found.set(`${name} ${item.pk} ${item.sk}`, textOf(item));
  }
  for (const [key, content] of await cloud.read(''))
    found.set(`object ${key}`, Buffer.from(content).toString());
  const shown = {
    deadLetters: await cloud.deadLetters(),
    log: cloud.log,
    events: cloud.events,
    notices: cloud.notices,
    failures: cloud.failures,
  };
  for (const [place, lines] of Object.entries(shown)) {
    for (const [index, line] of lines.entries()) found.set(`${place} ${index}`, textOf(line));
  }
  return found;
}

/** Places whose text, or name, has one of the words; case doesn't count. */
export function placesOf(words: readonly string[], stored: ReadonlyMap<string, string>): string[] {
  return [...stored].flatMap(([place, text]) => {
    const all = `${place} ${text}`.toLowerCase();
    const word = words.find((one) => all.includes(one.toLowerCase()));
    return word === undefined ? [] : [`${place}: ${word}`];
  });
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one) => (one instanceof Set ? [...one] : one));
}

/** The items of some tables, by the variable that names each. */
export async function itemsOf(cloud: Cloud, names: readonly string[]): Promise<Map<string, Item[]>> {
  const found = new Map<string, Item[]>();
  for (const name of names) found.set(name, await Array.fromAsync(scanItems(tableOf(cloud, name))));
  return found;
}

/** Restores tables to what they held: these items, and no others. */
export async function restore(cloud: Cloud, kept: ReadonlyMap<string, readonly Item[]>): Promise<void> {
  for (const [name, now] of await itemsOf(cloud, [...kept.keys()])) {
    const table = tableOf(cloud, name);
    for (const { pk, sk } of now) await deleteItem(table, { pk, sk } as ItemKey);
  }
  await addItems(cloud, kept);
}

/** Adds items to what tables hold. */
export async function addItems(cloud: Cloud, kept: ReadonlyMap<string, readonly Item[]>): Promise<void> {
  for (const [name, items] of kept) {
    for (const item of items) await putItem(tableOf(cloud, name), item);
  }
}

function tableOf(cloud: Cloud, name: string): Table {
  return { db: dynamo(), name: cloud.env[name]! };
}
