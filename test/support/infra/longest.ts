import type { Resource, Synthesized, Template } from '../synthesize.ts';

/** The longest that AWS has of each; regions and suffixes are those of GovCloud and China, together. */
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::AccountId': '000000000000',
  'AWS::Region': 'ap-southeast-2',
  'AWS::Partition': 'aws-us-gov',
  'AWS::URLSuffix': 'amazonaws.com.cn',
};

/** The longest name that CloudFormation gives a resource of a type, or what the service gives it. */
const MAX_NAME: Readonly<Record<string, number>> = {
  'AWS::SQS::Queue': 80,
  'AWS::Lambda::Function': 64,
  'AWS::IAM::Role': 64,
  'AWS::S3::Bucket': 63,
  // The id in the template, and a suffix of 12 with its dash; the stack's name comes before.
  'AWS::DynamoDB::Table': 0,
  'AWS::Cognito::UserPool': 'ap-southeast-2_123456789'.length,
  'AWS::Cognito::UserPoolClient': 26,
  'AWS::ApiGatewayV2::Api': 10,
};

/** The name properties that templates give. */
const GIVEN = ['Name', 'ScheduleGroupName'];

/** Resolves a value of the pipeline's template into a text as long as it can be in any account and region. */
export function longest(value: unknown, stacks: Synthesized & { launch: string }): string {
  if (typeof value === 'string') return value;
  const [[name, inner] = ['', ''] as const] = Object.entries(value as Record<string, unknown>);
  const of = (template: Template, stack: string, id: string): string => {
    if (id in PSEUDO) return PSEUDO[id]!;
    return nameOf(template.Resources[id]!, `crier-${stacks.launch}-${stack}-${id}-123456789012`);
  };
  switch (name) {
    case 'Ref':
      return of(stacks.pipeline, 'pipeline', inner as string);
    case 'Fn::Join': {
      const [glue, parts] = inner as [string, unknown[]];
      return parts.map((part) => longest(part, stacks)).join(glue);
    }
    case 'Fn::ImportValue': {
      const exported = Object.values(stacks.data.Outputs).find(({ Export }) => Export?.Name === inner)!.Value;
      const [[how, what] = ['', ''] as const] = Object.entries(exported as Record<string, unknown>);
      const [id, attribute] = [what].flat() as [string, string?];
      return `${how === 'Ref' ? '' : prefixOf(attribute!)}${of(stacks.data, 'data', id)}`;
    }
    case 'Fn::GetAtt': {
      const [id, attribute] = inner as [string, string];
      return `${prefixOf(attribute)}${of(stacks.pipeline, 'pipeline', id)}`;
    }
    default:
      throw new Error(`Cannot tell how long ${JSON.stringify(value)} gets`);
  }
}

function nameOf({ Type, Properties }: Resource, made: string): string {
  const given = GIVEN.map((property) => Properties[property]).find((one) => typeof one === 'string');
  if (given) return given;
  const max = MAX_NAME[Type];
  if (max === undefined) throw new Error(`Cannot tell how long the name of ${Type} gets`);
  return max === 0 ? made : 'n'.repeat(max);
}

/** What an attribute has before the resource's name. */
function prefixOf(attribute: string): string {
  const { 'AWS::Region': region, 'AWS::AccountId': account, 'AWS::Partition': partition } = PSEUDO;
  if (attribute === 'Arn') return `arn:${partition}:service-name:${region}:${account}:some-resource:`;
  if (attribute === 'ApiEndpoint') return `https://.execute-api.${region}.amazonaws.com.cn`;
  if (attribute === 'ProviderURL') return `https://cognito-idp.${region}.amazonaws.com.cn/`;
  return '';
}
