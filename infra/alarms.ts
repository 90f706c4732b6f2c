import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { fromSource } from './from-source.ts';
import { named } from './named.ts';
import type { Settings } from './settings.ts';

/** What an alarm watches, and what it tells the people who get it. */
export interface AlarmProps {
  /** What the failure costs the filers, the clerk or the court, in words that need no knowledge of the code. */
  readonly impact: string;
  readonly metric: IMetric;
  readonly threshold: number;
  /** @default at or above the threshold */
  readonly comparison?: ComparisonOperator;
  /**
   * How many periods in a row breach the threshold.
   * @default 1
   */
  readonly periods?: number;
  /**
   * Heading of its section in the runbook.
   * @default the title
   */
  readonly section?: string;
  /** @default no data is good */
  readonly missing?: TreatMissingData;
}

/** Every alarm of a launch. All go to one encrypted topic, and each names its impact and its section of the runbook. */
export class Alarms extends Construct {
  readonly topic: Topic;
  /** The address of the runbook. */
  readonly runbook: string;
  private readonly launch: string;

  constructor(scope: Construct, id: string, { name, alarmEmail, runbook }: Settings) {
    super(scope, id);
    this.launch = name;
    this.runbook = runbook;
    const key = new Key(this, 'Key', {
      description: `Crier: alarms of the launch ${name}`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
    });
    this.topic = new Topic(this, 'Topic', {
      displayName: `Crier ${name}`,
      masterKey: key,
      enforceSSL: true,
    });
    named(this.topic, 'AlarmTopic');
    this.allowAlarms(key);
    if (alarmEmail) this.topic.addSubscription(new EmailSubscription(alarmEmail));
  }

  /** Lets the launch's alarms publish. A topic with a policy of its own takes only what that says. */
  private allowAlarms(key: Key): void {
    const alarms = Stack.of(this).formatArn({
      service: 'cloudwatch',
      resource: 'alarm',
      resourceName: `crier-${this.launch}:*`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const how = {
      principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
      conditions: fromSource(this, alarms),
    };
    this.topic.addToResourcePolicy(
      new PolicyStatement({ ...how, actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
    );
    // CloudWatch may not use SNS's own key, so the topic has a key that allows it.
    key.addToResourcePolicy(
      new PolicyStatement({ ...how, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
    );
  }

  /**
   * Adds an alarm.
   * @param title Its name, and unless `section` says otherwise the heading of its section in the runbook.
   */
  add(title: string, { impact, metric, threshold, ...how }: AlarmProps): void {
    const alarm = new Alarm(this, title.replaceAll(' ', ''), {
      alarmName: `crier-${this.launch}: ${title}`,
      alarmDescription: `${impact} What to do: ${this.runbook}#${anchorOf(how.section ?? title)}`,
      metric,
      threshold,
      comparisonOperator: how.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: how.periods ?? 1,
      treatMissingData: how.missing ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

/** The link target that a heading of a Markdown page gets: `Sweep is silent` → `sweep-is-silent`. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}
