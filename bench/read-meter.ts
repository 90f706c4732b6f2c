import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';

/** What a page reads, as DynamoDB and S3 would bill it. */
export interface Reads {
  readonly calls: number;
  readonly units: number;
}

interface Capacity {
  readonly CapacityUnits?: number;
}

/** Counts the calls to DynamoDB and S3 of this process from now on, and the read and write units of the former. */
export function readMeter(): { take(): Reads } {
  let reads = { calls: 0, units: 0 };
  const meter = (client: { prototype: { send(...args: never[]): unknown } }) => {
    const { send } = client.prototype as {
      send(command: { input: object }, ...rest: unknown[]): Promise<object>;
    };
    const sendMetered = async function (this: unknown, command: { input: object }, ...rest: unknown[]) {
      if (client === DynamoDBClient) Object.assign(command.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await send.call(this, command, ...rest);
      const { ConsumedCapacity: capacity = [] } = answer as { ConsumedCapacity?: Capacity | Capacity[] };
      const units = [capacity].flat().map(({ CapacityUnits = 0 }) => CapacityUnits);
      reads = { calls: reads.calls + 1, units: units.reduce((sum, one) => sum + one, reads.units) };
      return answer;
    };
    Object.assign(client.prototype, { send: sendMetered });
  };
  meter(DynamoDBClient);
  meter(S3Client);
  return {
    take: () => {
      const taken = reads;
      reads = { calls: 0, units: 0 };
      return taken;
    },
  };
}
