import { isDenied, type Request, type Statement } from '../iam/policy.ts';
import type { Template } from '../template/template.ts';

/** What buckets refuse to everyone. */
export interface BucketPolicies {
  /** @returns AWS's own words when the bucket's policy denies the request; `null` otherwise. */
  refusal(request: Request): string | null;
}

/** Reads the template's policies of buckets. Callers of the account need no grant of a bucket's own, so denials count. */
export function bucketPolicies(template: Template): BucketPolicies {
  const statements = template
    .ofType('AWS::S3::BucketPolicy')
    .flatMap(({ properties }) => (properties as { PolicyDocument: Document }).PolicyDocument.Statement);
  return {
    refusal: (request) => {
      if (!isDenied(statements, request)) return null;
      return `Not authorized to perform: ${request.action} on resource: ${request.resource} with an explicit deny in a resource-based policy`;
    },
  };
}

interface Document {
  readonly Statement: readonly Statement[];
}
