import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import {
  Alarm,
  type AlarmBase,
  AlarmRule,
  AlarmState,
  ComparisonOperator,
  CompositeAlarm,
  type IMetric,
  TreatMissingData,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { fromSource } from './from-source.ts';
import { named } from './named.ts';
import type { Settings } from './settings.ts';

/** When an alarm is raised. */
export interface Crossing {
  readonly metric: IMetric;
  readonly threshold: number;
  /** @default at or above the threshold */
  readonly comparison?: ComparisonOperator;
  /**
   * How many periods in a row breach the threshold.
   * @default 1
   */
  readonly periods?: number;
  /** @default no data is good */
  readonly missing?: TreatMissingData;
}

/** What an alarm tells the people who get it. */
export interface Meaning {
  /** What the failure costs the filers, the clerk or the court, in words that need no knowledge of the code. */
  readonly impact: string;
  /**
   * Heading of its section in the runbook.
   * @default the title
   */
  readonly section?: string;
}

/** One of several signs of the same cause. */
export interface AlarmPart extends Crossing {
  /** What tells it from the others: `SendEmail`. */
  readonly part: string;
}

/**
 * Every alarm of a launch. All go to one encrypted topic, also when they end, and each names its impact and its section of
 * the runbook.
 */
export class Alarms extends Construct {
  readonly topic: Topic;
  /** The address of the runbook. */
  readonly runbook: string;
  /** Those that notify people, in the order in which they were added. */
  readonly all: AlarmBase[] = [];
  /** The launch's name. */
  readonly launch: string;

  constructor(scope: Construct, id: string, { name, alarmEmails, runbook, dataKey }: Settings) {
    super(scope, id);
    this.launch = name;
    this.runbook = runbook;
    const key = dataKey === null ? this.ownKey() : null;
    this.topic = new Topic(this, 'Topic', {
      displayName: `Crier ${name}`,
      enforceSSL: true,
      ...(key && { masterKey: key }),
    });
    named(this.topic, 'AlarmTopic');
    this.allowAlarms(key);
    for (const address of alarmEmails) this.topic.addSubscription(new EmailSubscription(address));
  }

  /** CloudWatch may not use SNS's own key, so the topic has a key that allows it. */
  private ownKey(): Key {
    return new Key(this, 'Key', {
      description: `Crier: alarms of the launch ${this.launch}`,
      enableKeyRotation: true,
      pendingWindow: Duration.days(7),
    });
  }

  /** Lets the launch's alarms publish. A topic with a policy of its own takes only what that says. */
  private allowAlarms(key: Key | null): void {
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
    key?.addToResourcePolicy(
      new PolicyStatement({ ...how, actions: ['kms:Decrypt', 'kms:GenerateDataKey*'], resources: ['*'] }),
    );
  }

  /**
   * Adds an alarm.
   * @param title Its name, and unless `section` says otherwise the heading of its section in the runbook.
   */
  add(title: string, { impact, section = title, ...crossing }: Meaning & Crossing): void {
    this.notify(
      this.alarm(title, { id: idOf(title), description: this.describe(impact, section), ...crossing }),
    );
  }

  /**
   * Adds one alarm for signs that have the same cause: people are notified once, however many of them show. Each sign has
   * a silent alarm of its own, which the first one names while it lasts.
   */
  addAny(title: string, { impact, section = title, parts }: Meaning & { parts: readonly AlarmPart[] }): void {
    const description = this.describe(impact, section);
    const signs = parts.map(({ part, ...crossing }) =>
      this.alarm(`${title} (${part})`, {
        id: `${SIGN}${idOf(`${title} ${part}`)}`,
        description,
        ...crossing,
      }),
    );
    const composite = new CompositeAlarm(this, idOf(title), {
      compositeAlarmName: this.nameOf(title),
      alarmDescription: description,
      alarmRule: AlarmRule.anyOf(...signs.map((sign) => AlarmRule.fromAlarm(sign, AlarmState.ALARM))),
    });
    this.notify(composite);
  }

  private alarm(
    title: string,
    { id, description, ...crossing }: Crossing & { id: string; description: string },
  ): Alarm {
    const { metric, threshold } = crossing;
    return new Alarm(this, id, {
      alarmName: this.nameOf(title),
      alarmDescription: description,
      metric,
      threshold,
      comparisonOperator: crossing.comparison ?? ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: crossing.periods ?? 1,
      treatMissingData: crossing.missing ?? TreatMissingData.NOT_BREACHING,
    });
  }

  private notify(alarm: AlarmBase): void {
    const action = new SnsAction(this.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    this.all.push(alarm);
  }

  private nameOf(title: string): string {
    return `crier-${this.launch}: ${title}`;
  }

  private describe(impact: string, section: string): string {
    return `${impact} What to do: ${this.runbook}#${anchorOf(section)}`;
  }
}

/** How the ids of silent alarms begin: the exceptions of the security rules know them by it. */
const SIGN = 'Sign';

function idOf(title: string): string {
  return title.replaceAll(/[^A-Za-z0-9]/g, '');
}

/** The link target that a heading of a Markdown page gets: `Sweep is silent` → `sweep-is-silent`. */
export function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}
