import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  type ITable,
  ProjectionType,
  Table,
  TableEncryption,
} from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { EnvName } from '../functions/lib/env.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';

const ACTIONS = {
  get: 'dynamodb:GetItem',
  /** Many items by key in one request. */
  getMany: 'dynamodb:BatchGetItem',
  query: 'dynamodb:Query',
  put: 'dynamodb:PutItem',
  update: 'dynamodb:UpdateItem',
  delete: 'dynamodb:DeleteItem',
  /** Batches, of puts and of deletes: IAM doesn't tell them apart. */
  batch: 'dynamodb:BatchWriteItem',
  /** To read every item, without knowing its key. */
  scan: 'dynamodb:Scan',
} as const;
/** A way to read or change items. */
export type TableUse = keyof typeof ACTIONS;

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
  /**
   * The name of a restored table to use in its place.
   * @default none
   */
  readonly restored?: string | undefined;
  /**
   * Further variables of every function that may use the table.
   * @default none
   */
  readonly variables?: Partial<Readonly<Record<EnvName, string>>>;
}

/** A table of `pk` and `sk` that outlives its stack. Its grants give permission and variable together. */
export class DataTable extends Construct {
  /** The table that is used: the launch's own, or a restored one. */
  readonly table: Table | ITable;
  /** Names of its indexes. */
  readonly indexes: readonly string[];
  private readonly variables: Partial<Readonly<Record<EnvName, string>>>;

  constructor(scope: Construct, id: string, props: DataTableProps) {
    const { variable, indexes = {}, expires = false, cleansUp = false } = props;
    super(scope, id);
    this.indexes = Object.keys(indexes);
    const own = new Table(this, 'Table', {
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
    named(own, id);
    for (const [name, holds] of Object.entries(indexes)) addIndex(own, name, holds);
    this.table = props.restored === undefined ? own : this.attach(props.restored, own);
    this.variables = { ...props.variables, [variable]: this.table.tableName };
  }

  /** The launch's own table stays, and so do its exports: the deployed pipeline imports them until it is updated. */
  private attach(restored: string, own: Table): ITable {
    for (const value of [own.tableName, own.tableArn]) Stack.of(this).exportValue(value);
    return Table.fromTableName(this, 'Restored', restored);
  }

  /** May use the table in these ways only. Indexes have grants of their own. */
  grant(fn: PipelineFunction, ...uses: readonly TableUse[]): void {
    for (const [name, value] of Object.entries(this.variables)) fn.addEnvironment(name, value);
    const actions = uses.map((use) => ACTIONS[use]);
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: [this.table.tableArn] }));
  }

  /** May query an index. */
  grantIndex(fn: PipelineFunction, index: string): void {
    const resources = [`${this.table.tableArn}/index/${index}`];
    fn.addToRolePolicy(new PolicyStatement({ actions: [ACTIONS.query], resources }));
  }
}

function addIndex(table: Table, indexName: string, holds: 'whole' | 'keys'): void {
  table.addGlobalSecondaryIndex({
    indexName,
    partitionKey: { name: `${indexName}Pk`, type: AttributeType.STRING },
    sortKey: { name: `${indexName}Sk`, type: AttributeType.STRING },
    projectionType: holds === 'whole' ? ProjectionType.ALL : ProjectionType.KEYS_ONLY,
  });
}
