import { GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import type { AskDynamo } from './dynamo.ts';

export function isRead(command: unknown): command is GetItemCommand | QueryCommand {
  return command instanceof GetItemCommand || command instanceof QueryCommand;
}

/**
 * Reads past the SDK, which would take a third of a run's time: without bytes among the values, requests and answers
 * are the same in JSON. Writes go through it.
 * @throws Error as the SDK would name it.
 */
export async function read(command: GetItemCommand | QueryCommand, ask: AskDynamo): Promise<unknown> {
  const operation = command instanceof GetItemCommand ? 'GetItem' : 'Query';
  const { statusCode, body } = await ask(operation, JSON.stringify(command.input));
  const answer = JSON.parse(body) as { readonly __type?: string };
  if (statusCode === 200) return { ...answer, $metadata: { httpStatusCode: statusCode } };
  const { __type: type } = answer;
  throw Object.assign(new Error(`${operation}: ${type}`), { name: type?.split('#').at(-1) });
}
