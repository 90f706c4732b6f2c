import {
  type EventBridgeClient,
  PutEventsCommand,
  type PutEventsResponse,
} from '@aws-sdk/client-eventbridge';

export interface NotedEvent {
  readonly kind: string;
  readonly detail: Record<string, unknown>;
}

/** The same client, which notes each event that the bus took. */
export function noting(client: EventBridgeClient, events: NotedEvent[]): EventBridgeClient {
  return new Proxy(client, {
    get: (target, property) => {
      const value: unknown = Reflect.get(target, property, target);
      if (property !== 'send') return typeof value === 'function' ? value.bind(target) : value;
      const sendOn = value as (...sent: unknown[]) => Promise<PutEventsResponse>;
      return async (command: object, ...rest: unknown[]) => {
        const answer = await sendOn.call(target, command, ...rest);
        if (!(command instanceof PutEventsCommand)) return answer;
        const taken = command.input.Entries!.filter((_, index) => !answer.Entries![index]!.ErrorCode);
        events.push(
          ...taken.map(({ DetailType = '', Detail = '' }) => ({
            kind: DetailType,
            detail: JSON.parse(Detail),
          })),
        );
        return answer;
      };
    },
  });
}
