import { InvokeStore } from '@aws/lambda-invoke-store';
import type { ConsumedCapacity } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { campaign } from '#campaign';
import { createApp } from '../../infra/crier-app.ts';
import { callerOf } from '../../local/cloud/iam/caller.ts';
import { readArguments } from '../../local/rehearse/arguments.ts';
import { play } from '../../local/rehearse/play.ts';
import { type ExampleUsage, noUsage, type Usage } from './usage.ts';

/** Lambda's own lines about an invocation: START, END, REPORT. */
const LAMBDA_LOG_BYTES = 350;

/** Rehearses the example launch, and counts what AWS would bill. */
export async function countExample(): Promise<ExampleUsage> {
  const usage = { ticks: noUsage(), work: noUsage() };
  const of = (functionId: string): Usage => (functionId === 'Sweep' ? usage.ticks : usage.work);
  const memory = memoryByFunction();
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
      if (action.startsWith('sqs:')) of(functionId).queueRequests += 1;
      if (action.startsWith('s3:')) of(functionId).objectRequests += 1;
      if (action === 'events:PutEvents') of(functionId).events += 1;
    },
    invoked: (functionId) => {
      of(functionId).invocations += 1;
      of(functionId).invokedMegabytes += memory.get(functionId)!;
      of(functionId).logBytes += LAMBDA_LOG_BYTES;
    },
  });
  const filers = new Set(emails.map(({ filerId }) => filerId)).size;
  const counts = { emails: emails.length, filers, phases: record.phases.length };
  return { launch: campaign.example, ...counts, ...rounded(usage) };
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
  const { prototype } = DynamoDBDocumentClient;
  const send = prototype.send as (command: Command, ...rest: unknown[]) => Promise<Answer>;
  prototype.send = async function (this: unknown, command: Command, ...rest: unknown[]) {
    const functionId = await currentFunction();
    if (functionId === null) return send.call(this, command, ...rest);
    command.input.ReturnConsumedCapacity = 'TOTAL';
    const answer = await send.call(this, command, ...rest);
    const units = [answer.ConsumedCapacity ?? []]
      .flat()
      .reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
    of(functionId)[isWrite(command) ? 'writeUnits' : 'readUnits'] += units;
    return answer;
  } as typeof prototype.send;
}

interface Command {
  readonly input: { ReturnConsumedCapacity?: string };
}

interface Answer {
  readonly ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[];
}

function isWrite(command: Command): boolean {
  return /^(Put|Update|Delete|BatchWrite|TransactWrite)/.test(command.constructor.name);
}

async function currentFunction(): Promise<string | null> {
  const trace = (await InvokeStore.getInstanceAsync(true)).getXRayTraceId();
  return trace ? callerOf({ 'x-amzn-trace-id': trace }) : null;
}

/** DynamoDB counts half units too. */
function rounded<Counts extends Record<string, Usage>>(counts: Counts): Counts {
  const round = (usage: Usage) =>
    Object.fromEntries(Object.entries(usage).map(([name, count]) => [name, Math.ceil(count)]));
  return Object.fromEntries(Object.entries(counts).map(([name, usage]) => [name, round(usage)])) as Counts;
}
