import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesize, textOf } from '../support/synthesize.ts';

interface Widget {
  readonly type: 'alarm' | 'metric' | 'text';
  readonly x: number;
  readonly width: number;
  readonly properties: {
    readonly markdown?: string;
    readonly alarms?: string[];
    readonly metrics?: unknown[];
  };
}

const { pipeline } = synthesize();
const dashboard = resourcesOf(pipeline, 'AWS::CloudWatch::Dashboard')[0]![1];
const body = textOf(dashboard.Properties.DashboardBody);
const { widgets } = JSON.parse(body) as { widgets: Widget[] };

describe('the dashboard', () => {
  it('is named after the launch, and its outputs say so', () => {
    expect(dashboard.Properties.DashboardName).toBe('crier-nysb-2018');
    expect(pipeline.Outputs.DashboardName!.Value).toBe('crier-nysb-2018');
  });

  it('has the alarms first, then the steps in the order of the data', () => {
    expect(widgets.map(({ type }) => type).slice(0, 2)).toEqual(['text', 'alarm']);
    const headings = widgets.flatMap(
      ({ properties }) => /^## (.*)$/m.exec(properties.markdown ?? '')?.[1] ?? [],
    );
    expect(headings).toEqual(['Upload', 'Plan', 'Start', 'Queue', 'Send', 'Feedback', 'Console']);
  });

  it('shows every alarm that notifies people', () => {
    const notifying = [
      ...resourcesOf(pipeline, 'AWS::CloudWatch::Alarm'),
      ...resourcesOf(pipeline, 'AWS::CloudWatch::CompositeAlarm'),
    ].filter(([, { Properties }]) => Properties.AlarmActions);
    const shown = widgets[1]!.properties.alarms!.map((arn) => /^<(\w+)\.Arn>$/.exec(arn)![1]);
    expect(shown.toSorted()).toEqual(notifying.map(([id]) => id).toSorted());
  });

  it.each(resourcesOf(pipeline, 'AWS::Lambda::Function'))('graphs %s', (id) => {
    expect(body).toContain(`"FunctionName","<${id}>"`);
  });

  it.each(resourcesOf(pipeline, 'AWS::Lambda::EventSourceMapping'))(
    'graphs the queue of %s',
    (_, mapping) => {
      const [queue] = mapping.Properties.EventSourceArn['Fn::GetAtt'];
      expect(body).toContain(`<${queue}.QueueName>`);
    },
  );

  it('fits the width of CloudWatch', () => {
    expect(widgets.filter(({ x, width }) => x + width > 24)).toEqual([]);
  });
});
