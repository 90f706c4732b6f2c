import { machineClock } from './clock.ts';
import { loggable } from './error-fields.ts';
import type { Create, Handler, Log, LogFields } from './runtime.ts';

/** A line of the log, as the metric filters of the alarms read it. */
export function logLine(level: 'INFO' | 'ERROR', code: string, fields: LogFields = {}): string {
  return JSON.stringify({ level, code, ...fields });
}

function write(level: 'INFO' | 'ERROR', code: string, fields?: LogFields): void {
  process.stdout.write(`${logLine(level, code, fields)}\n`);
}

/** One JSON line per entry, as CloudWatch Logs Insights reads it. */
const jsonLog: Log = {
  info: (code, fields) => write('INFO', code, fields),
  error: (code, fields) => write('ERROR', code, fields),
};

/** Turns a `create` into the handler that Lambda calls; the services are built on the first call. */
export function lambda<Event, Result>(create: Create<Event, Result>): Handler<Event, Result> {
  let handler: Handler<Event, Result> | undefined;
  return async (event, invocation) => {
    try {
      handler ??= create({ env: process.env, clock: machineClock, log: jsonLog });
      return await handler(event, invocation);
    } catch (error) {
      throw loggable(error);
    }
  };
}
