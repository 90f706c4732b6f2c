// DynamoDB and S3 in a process of their own, so that the bench measures its own memory and time only.
import { machineClock } from '../functions/lib/clock.ts';
import { startDynamoDb } from '../local/cloud/dynamodb/dynamodb.ts';
import { startS3Sqs } from '../local/cloud/s3-sqs/s3-sqs.ts';

const [path] = process.argv.slice(2);
const [dynamoDb, storage] = await Promise.all([
  startDynamoDb(path ? { path } : {}),
  startS3Sqs({ clock: machineClock }),
]);
process.send!({ dynamoDb: dynamoDb.url, s3: storage.url });
process.on('disconnect', () => process.exit());
