import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import type { Difference } from '../../../functions/domain/run/reconcile.ts';
import type { SendStatus } from '../../../functions/domain/send/status.ts';
import { REGISTER } from './register.ts';

/** What one life of the cloud gets. Instants, ISO 8601. */
export interface Life {
  readonly data: string;
  readonly from: string;
  /** It gives up when the run isn't complete by then. */
  readonly until: string;
  /** Notes how far time has come. */
  readonly clockFile: string;
  /** Files by key. */
  readonly uploads: Readonly<Record<string, string>>;
}

/** What the last life finds. */
export interface Result {
  readonly audience: number;
  readonly byStatus: Readonly<Record<SendStatus, number>>;
  readonly differences: readonly Difference[];
  /** How many were `unknown` and were proved later. */
  readonly settled: number;
  readonly unknown: readonly { readonly filerId: string; readonly reason: string | null }[];
  readonly complete: boolean;
  /** Filer and address of each email that SES took. */
  readonly mails: readonly (readonly [filerId: string, address: string])[];
  readonly failures: readonly string[];
  readonly denials: number;
}

/** When a life ends: this long after an upload, or after SES took this many more emails. */
export type Death =
  | { readonly uploaded: string; readonly milliseconds: number }
  | { readonly emails: number; readonly milliseconds: number };

/** How a life ended. */
export interface Ended {
  /** Emails in the outbox at its start, and how many of them the log knew nothing of. */
  readonly started: { readonly outbox: number; readonly unknownToLog: number } | null;
  /** Emails in the outbox, as last heard of. */
  readonly outbox: number;
  readonly killed: boolean;
  readonly result: Result | null;
  readonly errors: string;
}

interface Line {
  readonly started?: Ended['started'];
  readonly outbox?: number;
  readonly uploaded?: string;
  readonly result?: Result;
}

/** Lives a life in a process of its own and kills it when its time has come. */
export async function live(life: Life, death: Death | null): Promise<Ended> {
  const child = spawn(process.execPath, [
    ...REGISTER,
    'test/support/local/kill-child.ts',
    JSON.stringify(life),
  ]);
  const ended = { started: null as Ended['started'], outbox: 0, result: null as Result | null, errors: '' };
  child.stderr.on('data', (text) => (ended.errors += text));
  const exit = once(child, 'exit');
  let dying = false;
  createInterface(child.stdout).on('line', (text) => {
    const line = JSON.parse(text) as Line;
    ended.started = line.started ?? ended.started;
    ended.outbox = line.outbox ?? ended.outbox;
    ended.result = line.result ?? ended.result;
    if (!dying && death && isTime(death, { line, before: ended.started?.outbox ?? 0 })) {
      dying = true;
      void kill(child, death.milliseconds);
    }
  });
  const [, signal] = await exit;
  return { ...ended, killed: signal === 'SIGKILL' };
}

function isTime(death: Death, { line, before }: { line: Line; before: number }): boolean {
  if ('uploaded' in death) return line.uploaded === death.uploaded;
  return (line.outbox ?? 0) - before >= death.emails;
}

async function kill(child: ChildProcess, milliseconds: number): Promise<void> {
  await wait(milliseconds);
  child.kill('SIGKILL');
}
