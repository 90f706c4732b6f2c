import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../../../functions/lib/clock.ts';
import type { Agenda } from '../clock/agenda.ts';
import type { Template } from '../template/template.ts';
import type { InvokeLater } from './api.ts';
import type { InvokeOptions, InvokeOutcome, LocalFunction } from './functions.ts';

/** How Lambda handles an invocation whose caller doesn't wait for the answer. */
const configSchema = z.object({
  FunctionName: z.string(),
  MaximumRetryAttempts: z.number().optional(),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional(),
});

/** One try of an invocation. */
interface Call {
  readonly fn: LocalFunction;
  readonly event: unknown;
  readonly options: InvokeOptions;
  readonly attempt: number;
}

/** Lambda waits a minute before the first retry and two before the second. */
const RETRY_MINUTES = [1, 2];

/**
 * Invokes functions asynchronously, as Lambda does for schedules and rules: again when they fail, and what still fails
 * goes to the destination that the template names.
 */
export function laterInvoker(
  template: Template,
  options: {
    clock: Clock;
    agenda: Agenda;
    invoke: (fn: LocalFunction, event: unknown, options: InvokeOptions) => Promise<InvokeOutcome>;
    /** Sends to a queue by ARN. */
    send: (queueArn: string, body: string) => Promise<void>;
  },
): InvokeLater {
  const { clock, agenda, invoke, send } = options;
  const configs = template
    .ofType('AWS::Lambda::EventInvokeConfig')
    .map(({ properties }) => configSchema.parse(properties));

  function invokeAt(time: { minutes: number }, call: Call): void {
    agenda.add(clock.now().add(time), () => attempt(call));
  }

  async function attempt({ fn, event, options, attempt }: Call): Promise<void> {
    const outcome = await invoke(fn, event, options);
    if (outcome.ok) return;
    const config = configs.find(({ FunctionName }) => FunctionName === fn.name || FunctionName === fn.arn);
    const minutes = RETRY_MINUTES[attempt - 1];
    if (attempt <= (config?.MaximumRetryAttempts ?? RETRY_MINUTES.length) && minutes !== undefined) {
      return invokeAt({ minutes }, { fn, event, options, attempt: attempt + 1 });
    }
    const destination = config?.DestinationConfig?.OnFailure?.Destination;
    const deadLetter = { requestPayload: event, responsePayload: outcome.error };
    if (destination) await send(destination, JSON.stringify(deadLetter));
  }

  // Lambda's retries have the id of the first try.
  return (fn, event, options) =>
    invokeAt({ minutes: 0 }, { fn, event, options: { requestId: randomUUID(), ...options }, attempt: 1 });
}
