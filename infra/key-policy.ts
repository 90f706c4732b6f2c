/** A launch, and the key that it is encrypted with. */
interface KeyUse {
  /** The launch's name. */
  readonly name: string;
  /** The key's ARN, which also names the region and the account. */
  readonly key: string;
}

/** A statement of the key's policy. */
export interface KeyStatement {
  readonly Sid: string;
  readonly Effect: 'Allow';
  readonly Principal: { readonly Service: string };
  readonly Action: readonly string[];
  readonly Resource: '*';
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const USE = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/**
 * What the court adds to the policy of its own key, which CDK can't change: AWS services use the key on behalf of the
 * launch's alarms, rules, logs and trail. Roles get access to it through their own policies.
 */
export function keyPolicy({ name, key }: KeyUse): KeyStatement[] {
  const [, partition, , region, account] = key.split(':') as [string, string, string, string, string];
  const arn = (service: string, resource: string) =>
    `arn:${partition}:${service}:${region}:${account}:${resource}`;
  const from = (source: string) => ({
    ArnLike: { 'aws:SourceArn': source },
    StringEquals: { 'aws:SourceAccount': account },
  });
  const service = (host: string) => `${host}.amazonaws.com`;
  return [
    allow('Alarms', {
      by: service('cloudwatch'),
      actions: USE,
      condition: from(arn('cloudwatch', `alarm:crier-${name}:*`)),
    }),
    // EventBridge publishes to a topic without a source that could be named: decision 190.
    allow('Events', { by: service('events'), actions: [...USE, 'kms:DescribeKey', 'kms:ReEncrypt*'] }),
    allow('Logs', {
      by: service(`logs.${region}`),
      actions: [...USE, 'kms:DescribeKey', 'kms:Encrypt', 'kms:ReEncrypt*'],
      condition: {
        ArnLike: { 'kms:EncryptionContext:aws:logs:arn': arn('logs', `log-group:crier-${name}-*`) },
      },
    }),
    allow('Trail', {
      by: service('cloudtrail'),
      // Decrypt too: the trail's bucket has a bucket key.
      actions: [...USE, 'kms:DescribeKey'],
      condition: from(arn('cloudtrail', `trail/crier-${name}`)),
    }),
  ].map((one) => ({ ...one, Sid: `Crier${idOf(name)}${one.Sid}` }));
}

interface Allowed {
  /** The service. */
  readonly by: string;
  readonly actions: readonly string[];
  readonly condition?: KeyStatement['Condition'];
}

function allow(Sid: string, { by, actions, condition }: Allowed): KeyStatement {
  return {
    Sid,
    Effect: 'Allow',
    Principal: { Service: by },
    Action: [...actions].toSorted(),
    Resource: '*',
    ...(condition && { Condition: condition }),
  };
}

/** A launch's name as part of a statement's id, which has letters and digits only. */
function idOf(name: string): string {
  return name.replaceAll(/[^a-z0-9]/g, '');
}
