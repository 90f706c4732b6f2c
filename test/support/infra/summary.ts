import {
  listOf,
  type Resource,
  resourcesOf,
  type Statement,
  statementsOfRole,
  type Template,
} from '../synthesize.ts';

/** What a stack keeps or is known by: its logical ids and names must not change, or data is lost or left behind. */
const STATEFUL = new Set([
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::Table',
  'AWS::Events::EventBus',
  'AWS::KMS::Key',
  'AWS::Logs::LogGroup',
  'AWS::S3::Bucket',
  'AWS::SES::ConfigurationSet',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::Scheduler::ScheduleGroup',
]);
/** The property that holds a physical name, by what is found first. */
const NAMES = ['TableName', 'BucketName', 'QueueName', 'UserPoolName', 'LogGroupName', 'TopicName', 'Name'];

/**
 * What a reviewer of infrastructure looks at, a line each and sorted: how many resources of which type, what holds
 * data, what each role may do, who else may use a resource, what leads to what, and every alarm.
 * @param exported What the values that another stack exports stand for, by export name: see `exportsOf`.
 */
export function summaryOf(template: Template, exported: ReadonlyMap<string, string> = new Map()): string {
  const name = (value: unknown) => readable(value, exported);
  const sections: [title: string, lines: string[]][] = [
    ['Resources by type', typesOf(template)],
    [
      'What holds data: logical id, type, physical name, what deleting the stack does',
      statefulOf(template, name),
    ],
    ['Functions: memory, time limit', functionsOf(template)],
    ['Grants: who may do what, to what', grantsOf(template, name)],
    ['Policies of resources: what they allow to others', resourcePoliciesOf(template, name)],
    ['What leads to what', [...rulesOf(template, name), ...eventSourcesOf(template, name)].toSorted()],
    ['Alarms: name, metric, threshold, impact', alarmsOf(template, name)],
    [
      'Outputs',
      Object.entries(template.Outputs)
        .map(([id, { Value }]) => `${id} = ${name(Value)}`)
        .toSorted(),
    ],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => `## ${title}\n\n${lines.join('\n')}\n`)
    .join('\n');
}

/** What each export of a stack stands for: `LaunchTable` for `crier-…:ExportsOutputFnGetAttLaunchTableArn…`. */
export function exportsOf({ Outputs }: Template): ReadonlyMap<string, string> {
  return new Map(
    Object.values(Outputs).flatMap(({ Value, Export }) =>
      Export ? [[Export.Name, readable(Value, new Map())] as const] : [],
    ),
  );
}

function typesOf({ Resources }: Template): string[] {
  const counts = new Map<string, number>();
  for (const { Type } of Object.values(Resources)) counts.set(Type, (counts.get(Type) ?? 0) + 1);
  return [...counts]
    .map(([type, count]) => `${String(count).padStart(3)}  ${type}`)
    .toSorted((a, b) => a.slice(5).localeCompare(b.slice(5)));
}

type Name = (value: unknown) => string;

function statefulOf({ Resources }: Template, name: Name): string[] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => STATEFUL.has(Type))
    .map(([id, { Type, Properties, DeletionPolicy }]) => {
      const given = NAMES.find((key) => key in (Properties ?? {}));
      const physical = given ? name(Properties[given]) : 'named by CloudFormation';
      const ttl = Properties?.TimeToLiveSpecification?.AttributeName;
      const expiry = ttl ? `, items deleted by ${ttl}` : '';
      return `${id}: ${shortType(Type)}, ${physical}, ${DeletionPolicy ?? 'Delete'}${expiry}`;
    })
    .toSorted();
}

function functionsOf(template: Template): string[] {
  return resourcesOf(template, 'AWS::Lambda::Function')
    .map(
      ([
        id,
        {
          Properties: { MemorySize, Timeout },
        },
      ]) => `${id}: ${MemorySize} MB, ${Timeout} s`,
    )
    .toSorted();
}

function grantsOf(template: Template, name: Name): string[] {
  const roles = resourcesOf(template, 'AWS::IAM::Role').map(([role, { Properties }]) => {
    const takers = listOf<Statement>(Properties.AssumeRolePolicyDocument.Statement).map((one) =>
      principalOf(one, name),
    );
    const managed = listOf(Properties.ManagedPolicyArns ?? []).map((arn) => `  managed policy ${name(arn)}`);
    const statements = statementsOfRole(template, role).map((one) => `  ${statementLine(one, name)}`);
    return [
      `${bearerOf(template, role)}, taken by ${takers.join(', ')}`,
      ...managed,
      ...statements.toSorted(),
    ];
  });
  return roles.toSorted(([a], [b]) => a!.localeCompare(b!)).flat();
}

/** The function that bears a role, otherwise the role itself. */
function bearerOf(template: Template, role: string): string {
  const [bearer] = resourcesOf(template, 'AWS::Lambda::Function').filter(
    ([, { Properties }]) => Properties.Role['Fn::GetAtt'][0] === role,
  );
  return bearer?.[0] ?? role;
}

function resourcePoliciesOf(template: Template, name: Name): string[] {
  const documents = Object.values(template.Resources)
    .filter(({ Type }) => /(Queue|Bucket|Topic)Policy$/.test(Type))
    .map(({ Properties }) => Properties.PolicyDocument);
  const keys = resourcesOf(template, 'AWS::KMS::Key').map(([id, { Properties }]) => ({
    Statement: listOf<Statement>(Properties.KeyPolicy.Statement).map((one) => ({
      ...one,
      Resource: { Ref: id },
    })),
  }));
  const permissions = resourcesOf(template, 'AWS::Lambda::Permission').map(
    ([, { Properties }]) =>
      `${name(Properties.Principal)}: ${Properties.Action} → ${name(Properties.FunctionName)} if from ${name(Properties.SourceArn)}`,
  );
  const statements = [...documents, ...keys].flatMap(({ Statement }) => listOf<Statement>(Statement));
  const lines = statements
    .filter(({ Effect }) => Effect === 'Allow')
    .map((one) => `${principalOf(one, name)}: ${statementLine(one, name)}`);
  return [...new Set([...lines, ...permissions])].toSorted().concat(denialsOf(statements, name));
}

/** A line for each kind of denial, with everything that it protects. A bucket's denials hold for its objects too. */
function denialsOf(statements: readonly Statement[], name: Name): string[] {
  const denials = statements.filter(({ Effect }) => Effect === 'Deny');
  const kinds = Map.groupBy(
    denials,
    (one) => `denied to ${principalOf(one, name)} if ${conditionOf(one, name)}`,
  );
  return [...kinds].map(([kind, of]) => {
    const resources = of
      .flatMap(({ Resource }) => listOf(Resource).map(name))
      .map((one) => one.replace(/\/\*$/, ''));
    return `${kind}: ${[...new Set(resources)].toSorted().join(', ')}`;
  });
}

function rulesOf(template: Template, name: Name): string[] {
  return resourcesOf(template, 'AWS::Events::Rule').map(([, { Properties }]) => {
    const { EventBusName, EventPattern, Targets } = Properties;
    const bus = EventBusName ? name(EventBusName) : 'the default bus';
    return `${bus} → ${Targets.map(({ Arn }: { Arn: unknown }) => name(Arn)).join(', ')}: ${compact(EventPattern, name)}`;
  });
}

function eventSourcesOf(template: Template, name: Name): string[] {
  const mappings = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => {
    const { EventSourceArn, FunctionName, BatchSize, MaximumBatchingWindowInSeconds: window } = Properties;
    const batch = `${BatchSize} a call${window ? ` within ${window} s` : ''}`;
    return `${name(EventSourceArn)} → ${name(FunctionName)}: ${batch}, ${Properties.ScalingConfig.MaximumConcurrency} calls at once`;
  });
  const schedules = resourcesOf(template, 'AWS::Scheduler::Schedule').map(
    ([id, { Properties }]) => `${id} → ${name(Properties.Target.Arn)}: ${Properties.ScheduleExpression}`,
  );
  return [...mappings, ...schedules];
}

function alarmsOf(template: Template, name: Name): string[] {
  const composites = resourcesOf(template, 'AWS::CloudWatch::CompositeAlarm').map(
    ([, { Properties }]) => `${Properties.AlarmName}\n  any of its parts\n  ${Properties.AlarmDescription}`,
  );
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm').map(([, { Properties: alarm }]) => {
    const line = `${alarm.AlarmName}\n  ${crossingOf(alarm, name)}`;
    return alarm.AlarmActions ? `${line}\n  ${alarm.AlarmDescription}` : `${line}; silent`;
  });
  return [...composites, ...alarms].toSorted();
}

function crossingOf(alarm: Resource['Properties'], name: Name): string {
  const [sum, ...summed] = alarm.Metrics ?? [];
  const { Namespace, MetricName, Dimensions = [] } = alarm.Metrics ? summed[0].MetricStat.Metric : alarm;
  const sides = listOf<{ Value: unknown }>(Dimensions).map(({ Value }) => name(Value));
  const what = [Namespace, MetricName, ...sides].map(name).join(' ');
  const others = sum ? ` and ${summed.length - 1} more` : '';
  const statistic = alarm.Statistic ?? summed[0].MetricStat.Stat;
  const period = (alarm.Period ?? summed[0].MetricStat.Period) / 60;
  const sign = alarm.ComparisonOperator === 'LessThanThreshold' ? '<' : '≥';
  return `${what}${others}: ${statistic} in ${period} min ${sign} ${alarm.Threshold}, ${alarm.EvaluationPeriods} in a row; no data is ${alarm.TreatMissingData}`;
}

function statementLine({ Action, Resource, ...one }: Statement, name: Name): string {
  const condition = conditionOf(one as Statement, name);
  const what = listOf(Resource).map(name).toSorted().join(', ');
  return `${actionsOf(listOf(Action))} → ${what}${condition && ` if ${condition}`}`;
}

/** `dynamodb: GetItem, Query`: a service's name once. */
function actionsOf(actions: readonly string[]): string {
  const services = Map.groupBy(actions.toSorted(), (action) => action.split(':')[0]!);
  return [...services]
    .map(([service, of]) => `${service}: ${of.map((one) => one.split(':')[1]).join(', ')}`)
    .join(', ');
}

function principalOf(statement: Statement, name: Name): string {
  const { Principal } = statement as Statement & { Principal?: string | Record<string, unknown> };
  if (typeof Principal !== 'object') return Principal === '*' ? 'everyone' : String(Principal);
  return Object.values(Principal)
    .flatMap(listOf)
    .map((one) => (one === '*' ? 'everyone' : name(one)))
    .join(', ');
}

function conditionOf({ Condition = {} }: Statement, name: Name): string {
  return Object.entries(Condition)
    .flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, value]) => `${key} ${operator} ${compact(value, name)}`),
    )
    .toSorted()
    .join(' and ');
}

/** A pattern or a list in one line, references by their names. */
function compact(value: unknown, name: Name): string {
  if (Array.isArray(value)) return `[${value.map((one) => compact(one, name)).join(' ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  if (isReference(value)) return name(value);
  return `{${Object.entries(value)
    .map(([key, inner]) => `${key}: ${compact(inner, name)}`)
    .join(', ')}}`;
}

function isReference(value: object): boolean {
  return Object.keys(value).some((key) => key === 'Ref' || key.startsWith('Fn::'));
}

/** A value of a template for people: `LaunchTable`, `InboxBucket/inbox/launch/*`, `schedule/crier-nysb-2018/*`. */
function readable(value: unknown, exported: ReadonlyMap<string, string>): string {
  return spelled(value, exported).replace(/^arn:AWS::Partition:\w+:AWS::Region:AWS::AccountId:/, '');
}

function spelled(value: unknown, exported: ReadonlyMap<string, string>): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[kind, inner] = ['', '']] = Object.entries(value);
  if (kind === 'Fn::Join')
    return (inner[1] as unknown[]).map((part) => spelled(part, exported)).join(inner[0]);
  if (kind === 'Fn::ImportValue') return exported.get(inner) ?? inner;
  return [inner]
    .flat()
    .filter((part) => part !== 'Arn')
    .join('.');
}

function shortType(type: Resource['Type']): string {
  return type.split('::').slice(1).join(' ');
}
