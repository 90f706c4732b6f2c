import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const BENCH = join(import.meta.dirname, '..');

/**
 * A process of the bench, which ends when it is disconnected.
 * @param file its path in `bench/`
 * @param options.nodeOptions as a function has them in its environment
 */
export function child(
  file: string,
  { args = [], nodeOptions = '' }: { args?: readonly string[]; nodeOptions?: string } = {},
): ChildProcess {
  const own = nodeOptions.split(' ').filter(Boolean);
  return fork(join(BENCH, file), args, { execArgv: [...own, '--import', './local/lib/register.ts'] });
}

/** The next message of a process. @throws Error when it ends instead. */
export function answerOf<Message>(process: ChildProcess): Promise<Message> {
  const ended = new AbortController();
  const { signal } = ended;
  const exit = once(process, 'exit', { signal }).then(() => {
    throw new Error('Cannot measure because every process must keep running');
  });
  const message = once(process, 'message', { signal }).then(([one]) => one as Message);
  return Promise.race([message, exit]).finally(() => {
    exit.catch(() => {});
    message.catch(() => {});
    ended.abort();
  });
}
