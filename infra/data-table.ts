import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { EnvName } from '../functions/lib/env.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const CHANGES = {
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
  /** Batches, of puts and of deletes: IAM doesn't tell them apart. */
  batch: 'dynamodb:BatchWriteItem',
  /** To read every item, without knowing its key. */
  scan: 'dynamodb:Scan',
} as const;
/** A way to change items, or to read them all. */
export type Change = keyof typeof CHANGES;

/** How a table is known to the functions, and its indexes. */
export interface DataTableProps {
  /** The environment variable that holds the table's name. */
  readonly variable: EnvName;
  /**
   * Sparse indexes by name: the items that carry `<index>Pk` and `<index>Sk` are in it, whole or by their keys alone.
   * @default none
   */
  readonly indexes?: Readonly<Record<string, 'whole' | 'keys'>>;
  /**
   * DynamoDB deletes items some time after their `expiresAt`, in epoch seconds; readers check it themselves. There is no
   * recovery to a point in time: it would bring back what has expired.
   * @default false
   */
  readonly expires?: boolean;
  /**
   * DynamoDB deletes the items that have a `deleteAfter`, in epoch seconds, some time after it. They are of no use then,
   * and may come back by a recovery.
   * @default false
   */
  readonly cleansUp?: boolean;
}

/** A table of `pk` and `sk` that outlives its stack. Its grants give permission and variable together. */
export class DataTable extends Construct {
  readonly table: Table;
  /** Names of its indexes. */
  readonly indexes: readonly string[];
  private readonly variable: EnvName;
  private readonly resources: string[];

  constructor(scope: Construct, id: string, props: DataTableProps) {
    const { variable, indexes = {}, expires = false, cleansUp = false } = props;
    super(scope, id);
    this.variable = variable;
    this.indexes = Object.keys(indexes);
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: !expires },
      ...(expires && { timeToLiveAttribute: 'expiresAt' }),
      ...(cleansUp && { timeToLiveAttribute: 'deleteAfter' }),
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    named(this.table, id);
    this.resources = [this.table.tableArn];
    for (const [name, holds] of Object.entries(indexes)) this.addIndex(name, holds);
  }

  /** May get and query items by key, not scan the table. */
  grantRead(fn: PipelineFunction): void {
    this.grant(fn, READ);
  }

  /** May get and query items by key, and change them in these ways only. */
  grantReadAnd(fn: PipelineFunction, ...changes: readonly Change[]): void {
    this.grant(fn, [...READ, ...changes.map((change) => CHANGES[change])]);
  }

  private addIndex(indexName: string, holds: 'whole' | 'keys'): void {
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: `${indexName}Pk`, type: AttributeType.STRING },
      sortKey: { name: `${indexName}Sk`, type: AttributeType.STRING },
      projectionType: holds === 'whole' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
    });
    this.resources.push(`${this.table.tableArn}/index/${indexName}`);
  }

  private grant(fn: PipelineFunction, actions: string[]): void {
    fn.addEnvironment(this.variable, this.table.tableName);
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: this.resources }));
  }
}
