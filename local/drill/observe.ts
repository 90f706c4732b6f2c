import { GetQueueAttributesCommand, GetQueueUrlCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { logLine } from '../../functions/lib/lambda.ts';
import type { Listeners } from '../cloud/journal.ts';
import type { Template } from '../cloud/template/template.ts';
import type { MetricName, Watch } from './alarms.ts';
import { metricValue } from './filter-pattern.ts';
import type { MetricStore } from './metrics.ts';

interface Observed {
  readonly template: Template;
  readonly watch: Pick<Watch, 'filters'>;
  readonly store: MetricStore;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Turns what happens in a cloud into the data points that AWS's services and the metric filters would publish. */
export function observe({ template, watch, store, now }: Observed): Listeners {
  const count = (metric: MetricName, value = 1) => store.add(metric, { at: now(), value });
  const nameOf = (type: string, id: string) =>
    template.ofType(type).find((resource) => resource.id === id)?.name;
  const [api] = template.ofType('AWS::ApiGatewayV2::Api');

  return {
    onLog: ({ functionId, level, code, fields }) => {
      const line = logLine(level, code, fields);
      for (const filter of watch.filters) {
        if (filter.functionId !== functionId || !filter.matches(line)) continue;
        const value = metricValue(filter.value, line);
        if (value !== null) count(filter.metric, value);
      }
    },
    onInvocation: ({ functionId, milliseconds, isFailed }) => {
      const dimensions = { FunctionName: nameOf('AWS::Lambda::Function', functionId)! };
      const publish = (name: string, value: number) =>
        count({ namespace: 'AWS/Lambda', name, dimensions }, value);
      publish('Invocations', 1);
      publish('Errors', isFailed ? 1 : 0);
      publish('Duration', milliseconds);
    },
    onAnswer: (status) => {
      if (status >= 500)
        count({ namespace: 'AWS/ApiGateway', name: '5xx', dimensions: { ApiId: api!.reference } });
    },
    onFailure: ({ where }) => {
      const metric = undelivered(where, template);
      if (metric) count(metric);
    },
  };
}

/** What EventBridge or Scheduler counts for an event that a rule or a schedule couldn't deliver. */
function undelivered(where: string, template: Template): MetricName | null {
  const rule = template.ofType('AWS::Events::Rule').find(({ id }) => id === where);
  if (rule) {
    const { EventBusName: bus } = rule.properties;
    const dimensions = { ...(bus ? { EventBusName: String(bus) } : {}), RuleName: rule.name };
    return { namespace: 'AWS/Events', name: 'FailedInvocations', dimensions };
  }
  const [ScheduleGroup, schedule] = where.split('/');
  if (schedule === undefined || where.startsWith('arn:')) return null;
  return {
    namespace: 'AWS/Scheduler',
    name: 'InvocationDroppedCount',
    dimensions: { ScheduleGroup: ScheduleGroup! },
  };
}

const VISIBLE = 'ApproximateNumberOfMessages';

/** Looks how many messages are in the queues that alarms watch, as SQS does every minute. `at`: epoch milliseconds. */
export function queueSampler(
  { alarms }: Pick<Watch, 'alarms'>,
  { store, sqs }: Pick<Observed, 'store'> & { readonly sqs: SQSClient },
): (at: number) => Promise<void> {
  const metrics = alarms.flatMap(({ metric }) => (metric?.namespace === 'AWS/SQS' ? [metric] : []));
  const other = metrics.find(({ name }) => name !== `${VISIBLE}Visible`);
  if (other) throw new Error(`Cannot read queues because ${other.name} is not known here`);
  const urls = new Map<MetricName, string>();

  async function urlOf(metric: MetricName): Promise<string> {
    const known = urls.get(metric);
    if (known) return known;
    const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: metric.dimensions.QueueName! }));
    urls.set(metric, QueueUrl!);
    return QueueUrl!;
  }

  async function sample(metric: MetricName, at: number): Promise<void> {
    const command = new GetQueueAttributesCommand({
      QueueUrl: await urlOf(metric),
      AttributeNames: [VISIBLE],
    });
    const { Attributes = {} } = await sqs.send(command);
    store.add(metric, { at, value: Number(Attributes[VISIBLE]) });
  }

  return async (at) => void (await Promise.all(metrics.map((metric) => sample(metric, at))));
}
