import { RemovalPolicy } from 'aws-cdk-lib';
import { AttributeType, BillingMode, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { EnvName } from '../functions/shared/env.ts';
import { named } from './named.ts';
import type { PipelineFunction } from './pipeline-function.ts';

const READ = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const APPEND = ['dynamodb:PutItem', 'dynamodb:BatchWriteItem'];
const CHANGE = ['dynamodb:UpdateItem', 'dynamodb:DeleteItem'];

export interface DataTableProps {
  /** The variable by which the table's clients know it. */
  readonly variable: EnvName;
  /**
   * Name of a sparse index: the items that carry `<index>Pk` and `<index>Sk` are in it.
   * @default none
   */
  readonly index?: string;
}

/** A table of `pk` and `sk` that outlives its stack. Its grants give permission and variable together. */
export class DataTable extends Construct {
  readonly table: Table;
  private readonly variable: EnvName;
  private readonly resources: string[];

  constructor(scope: Construct, id: string, { variable, index }: DataTableProps) {
    super(scope, id);
    this.variable = variable;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: 'pk', type: AttributeType.STRING },
      sortKey: { name: 'sk', type: AttributeType.STRING },
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.AWS_MANAGED,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    named(this.table, id);
    this.resources = [this.table.tableArn];
    if (index) this.addIndex(index);
  }

  /** May read items by key. Never the whole table at once. */
  grantRead(fn: PipelineFunction): void {
    this.grant(fn, READ);
  }

  /** May read items, and add new ones. */
  grantAppend(fn: PipelineFunction): void {
    this.grant(fn, [...READ, ...APPEND]);
  }

  /** May read, add, change and delete items. */
  grantReadWrite(fn: PipelineFunction): void {
    this.grant(fn, [...READ, ...APPEND, ...CHANGE]);
  }

  private addIndex(indexName: string): void {
    this.table.addGlobalSecondaryIndex({
      indexName,
      partitionKey: { name: `${indexName}Pk`, type: AttributeType.STRING },
      sortKey: { name: `${indexName}Sk`, type: AttributeType.STRING },
    });
    this.resources.push(`${this.table.tableArn}/index/${indexName}`);
  }

  private grant(fn: PipelineFunction, actions: string[]): void {
    fn.addEnvironment(this.variable, this.table.tableName);
    fn.addToRolePolicy(new PolicyStatement({ actions, resources: this.resources }));
  }
}
