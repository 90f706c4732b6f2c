import type { CfnResource } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * Gives a resource its id in the template, `ChunkQueue`, whatever construct holds it: moving it to another
 * construct then changes nothing, where a new id would make CloudFormation replace it.
 */
export function named(resource: IConstruct, id: string): void {
  (resource.node.defaultChild as CfnResource).overrideLogicalId(id);
}
