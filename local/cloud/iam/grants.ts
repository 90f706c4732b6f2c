import { ACCOUNT } from '../template/account.ts';
import type { Resource, Template } from '../template/template.ts';
import type { AccessControl } from './access.ts';
import { isAllowed, type Statement } from './policy.ts';

/** What roles and policies of the template allow. */
export interface Grants {
  /** Statements of a role by its ARN. */
  ofRole(roleArn: string): readonly Statement[];
  /** Whether a service may do something to a queue or topic on behalf of another resource, such as a rule. */
  allows(resourceArn: string, from: { service: string; action: string; sourceArn: string }): boolean;
}

interface PolicyDocument {
  readonly Statement: readonly Statement[];
}

/** Reads the roles' and queues' policies, and tells the services what each function may do. */
export function readGrants(template: Template, access: AccessControl): Grants {
  const byRole = new Map<string, Statement[]>();
  for (const role of template.ofType('AWS::IAM::Role')) {
    const { Policies = [] } = role.properties as { Policies?: { PolicyDocument: PolicyDocument }[] };
    byRole.set(
      role.name,
      Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement),
    );
  }
  for (const { properties } of template.ofType('AWS::IAM::Policy')) {
    const { Roles = [], PolicyDocument } = properties as { Roles?: string[]; PolicyDocument: PolicyDocument };
    for (const role of Roles) byRole.get(role)?.push(...PolicyDocument.Statement);
  }
  const ofRole = (arn: string) => byRole.get(arn.split('/').at(-1) ?? '') ?? [];
  for (const fn of template.ofType('AWS::Lambda::Function')) access.grant(fn.id, ofRole(roleOf(fn)));
  const byResource = resourcePolicies(template);
  return {
    ofRole,
    allows: (resource, { service, action, sourceArn }) =>
      isAllowed(byResource.get(resource) ?? [], {
        action,
        resource,
        service,
        context: { 'aws:SourceArn': sourceArn, 'aws:SourceAccount': ACCOUNT },
      }),
  };
}

function roleOf({ properties }: Resource): string {
  return (properties as { Role: string }).Role;
}

/** Policies of queues and topics by the ARN of what they protect. */
function resourcePolicies(template: Template): Map<string, Statement[]> {
  const queues = new Map(template.ofType('AWS::SQS::Queue').map(({ reference, arn }) => [reference, arn]));
  const policies = [...template.ofType('AWS::SQS::QueuePolicy'), ...template.ofType('AWS::SNS::TopicPolicy')];
  const byResource = new Map<string, Statement[]>();
  for (const { properties } of policies) {
    const { Queues = [], Topics = [], PolicyDocument } = properties as ResourcePolicy;
    for (const arn of [...Queues.map((url) => queues.get(url) ?? url), ...Topics]) {
      byResource.set(arn, [...(byResource.get(arn) ?? []), ...PolicyDocument.Statement]);
    }
  }
  return byResource;
}

type ResourcePolicy = {
  readonly Queues?: readonly string[];
  readonly Topics?: readonly string[];
  readonly PolicyDocument: PolicyDocument;
};
