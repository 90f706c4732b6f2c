import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

const USAGE = `Compares what two rehearsals left: every email, the send log, the summary and the public notice.

  node test/support/compare-rehearsals.ts FOLDER FOLDER`;

/** What differs from run to run: the sender's random ids, and the mail service's. */
const RANDOM: readonly (readonly [RegExp, string])[] = [
  [/^(Message-ID|References|In-Reply-To):.*(\r?\n[ \t].*)*/gm, '$1: masked'],
  [/^Date:.*/gm, 'Date: masked'],
  [/--_NmP-[0-9a-f]+-Part_1/g, 'boundary'],
];
/** Columns of the send log that depend on which chunk a sender took first. */
const RANDOM_COLUMNS = [
  'message_id',
  'status_since',
  'sent_at',
  'delivered_at',
  'bounced_at',
  'complained_at',
];

function masked(text: string): string {
  return RANDOM.reduce((masking, [pattern, word]) => masking.replace(pattern, word), text);
}

function maskedLog(text: string): string {
  const rows = parse<Record<string, string>>(text, { columns: true, bom: true });
  for (const row of rows) for (const column of RANDOM_COLUMNS) row[column] = row[column] ? 'masked' : '';
  return JSON.stringify(rows);
}

function filesOf(folder: string): Map<string, string> {
  const emails = readdirSync(join(folder, 'outbox')).map((name) => join('outbox', name));
  const names = [...emails, 'send-log.csv', 'summary.json', 'public-notice.html'];
  const read = (name: string) => readFileSync(join(folder, name), 'utf8');
  return new Map(names.map((name) => [name, (name === 'send-log.csv' ? maskedLog : masked)(read(name))]));
}

const [before, after] = process.argv.slice(2);
if (!before || !after) {
  process.stdout.write(`${USAGE}\n`);
  process.exitCode = 2;
} else {
  const [one, other] = [filesOf(before), filesOf(after)];
  const names = new Set([...one.keys(), ...other.keys()]);
  const different = [...names].filter((name) => one.get(name) !== other.get(name));
  process.stdout.write(`${names.size} files compared, ${different.length} different\n`);
  for (const name of different.slice(0, 20)) process.stdout.write(`  ${name}\n`);
  process.exitCode = different.length === 0 ? 0 : 1;
}
