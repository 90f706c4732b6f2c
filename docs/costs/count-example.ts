import { InvokeStore } from '@aws/lambda-invoke-store';
import {
  ConditionalCheckFailedException,
  type ConsumedCapacity,
  DynamoDBClient,
  GetItemCommand,
} from '@aws-sdk/client-dynamodb';
import { campaign } from '#campaign';
import { type Attributes, type Item, unmarshalled } from '../../functions/aws/dynamo.ts';
import { noUsage, type RehearsalUsage, type Usage } from '../../functions/domain/cost/usage.ts';
import { createApp } from '../../infra/crier-app.ts';
import { callerOf } from '../../local/cloud/iam/caller.ts';
import { readArguments } from '../../local/rehearse/arguments.ts';
import { play } from '../../local/rehearse/play.ts';

/** Lambda's own lines about an invocation: START, END, REPORT. */
const LAMBDA_LOG_BYTES = 350;
/** An assumption, since the embedded cloud's calls take no virtual time: most calls of AWS are answered sooner. */
const CALL_SECONDS = 0.01;

/** The time of a function's invocations: what they waited, or their calls one after the other if that is longer. */
interface Busy {
  waits: number;
  calls: number;
}

/** Rehearses the example launch, and counts what AWS would bill. */
export async function countExample(): Promise<RehearsalUsage> {
  const usage = new Map<string, Usage & { readonly busy: Busy }>();
  const of = (functionId: string) => {
    const found = usage.get(functionId) ?? { ...noUsage(), busy: { waits: 0, calls: 0 } };
    usage.set(functionId, found);
    return found;
  };
  countCapacity(of);
  const { record, emails } = await play(readArguments([])!, {
    begins: () => {},
    uploaded: () => {},
    released: () => {},
    sent: () => {},
    logged: ({ functionId, ...line }) => {
      of(functionId).logBytes += Buffer.byteLength(JSON.stringify(line));
    },
    called: ({ functionId, action }) => {
      of(functionId).busy.calls += CALL_SECONDS;
      if (action.startsWith('sqs:')) of(functionId).queueRequests += 1;
      if (action.startsWith('s3:')) of(functionId).objectRequests += 1;
      if (action === 'events:PutEvents') of(functionId).events += 1;
    },
    invoked: ({ functionId, milliseconds }) => {
      of(functionId).invocations += 1;
      of(functionId).busy.waits += milliseconds / 1000;
      of(functionId).logBytes += LAMBDA_LOG_BYTES;
    },
  });
  const filers = new Set(emails.map(({ filerId }) => filerId)).size;
  const counts = { emails: emails.length, filers, phases: record.phases.length };
  const memory = memoryByFunction();
  const functions = [...usage]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([
        id,
        {
          busy: { waits, calls },
          ...counted
        },
      ]) => {
        return [id, rounded({ ...counted, megabyteSeconds: memory.get(id)! * Math.max(waits, calls) })];
      },
    );
  return {
    launch: campaign.example,
    ...counts,
    functions: Object.fromEntries(functions),
  };
}

function memoryByFunction(): Map<string, number> {
  const { stacks } = createApp({ bundle: false, check: false }).synth();
  const resources = stacks.flatMap(({ template }) => Object.entries<Resource>(template.Resources));
  return new Map(resources.map(([id, { Properties }]) => [id, Properties?.MemorySize ?? 0]));
}

interface Resource {
  readonly Properties?: { readonly MemorySize?: number };
}

/** Makes DynamoDB report the capacity that each request of a function consumes, for every client in this process. */
function countCapacity(of: (functionId: string) => Usage): void {
  const { prototype } = DynamoDBClient;
  const send = prototype.send as (command: Command, ...rest: unknown[]) => Promise<Answer>;
  prototype.send = async function (this: unknown, command: Command, ...rest: unknown[]) {
    const functionId = await currentFunction();
    if (functionId === null) return send.call(this, command, ...rest);
    command.input.ReturnConsumedCapacity = 'TOTAL';
    const units = (counted: number) => {
      of(functionId)[isWrite(command) ? 'writeUnits' : 'readUnits'] += counted;
    };
    try {
      const answer = await send.call(this, command, ...rest);
      for (const { CapacityUnits = 0 } of [answer.ConsumedCapacity ?? []].flat()) units(CapacityUnits);
      return answer;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) {
        const { TableName, Key, Item } = command.input;
        const key = Key ?? { pk: Item!.pk!, sk: Item!.sk! };
        const found = await send.call(
          this,
          new GetItemCommand({ TableName, Key: key, ConsistentRead: true }) as never,
        );
        units(refusedUnits(unmarshalled(found.Item ?? {})));
      }
      throw error;
    }
  } as typeof prototype.send;
}

interface Command {
  readonly input: {
    ReturnConsumedCapacity?: string;
    readonly TableName?: string;
    readonly Key?: Attributes;
    readonly Item?: Attributes;
  };
}

interface Answer {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
  readonly Item?: Attributes;
}

/**
 * A write whose condition doesn't hold is billed by the size of the item that is there, at least one unit: the API's
 * reference of `ConditionCheckFailed`. Dynalite doesn't report it.
 */
function refusedUnits(item: Item): number {
  const text = JSON.stringify(item, (_, value) => (value instanceof Set ? [...value] : value));
  return Math.ceil(Buffer.byteLength(text) / 1024);
}

function isWrite(command: Command): boolean {
  return /^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(command.constructor.name);
}

async function currentFunction(): Promise<string | null> {
  const trace = (await InvokeStore.getInstanceAsync(true)).getXRayTraceId();
  return trace ? callerOf({ 'x-amzn-trace-id': trace }) : null;
}

/** DynamoDB counts half units too. */
function rounded(usage: Usage): Usage {
  return Object.fromEntries(Object.entries(usage).map(([name, count]) => [name, Math.ceil(count)])) as Usage;
}
