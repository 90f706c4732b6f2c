import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Clock } from '../../functions/lib/clock.ts';
import type { Agenda } from './clock/agenda.ts';
import type { CloudOptions } from './cloud.ts';
import type { Endpoints } from './endpoints.ts';
import type { AccessBook } from './iam/access.ts';
import type { Journal } from './journal.ts';
import type { FunctionBook } from './lambda/registry.ts';

/** What every step of building needs. */
export interface Site {
  readonly options: CloudOptions;
  readonly clock: Clock;
  readonly access: AccessBook;
  readonly plans: Agenda;
  readonly journal: Journal;
  readonly functions: FunctionBook;
  /** Services that run elsewhere. */
  readonly outside: Partial<Endpoints>;
  /** Steps that end what was begun, in the order of beginning. */
  readonly undo: (() => unknown)[];
}

/** Clients of what the template's resources are made in. */
export interface Clients {
  readonly db: DynamoDBClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
}
