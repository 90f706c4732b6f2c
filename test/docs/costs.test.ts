import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { resourcesOf, synthesize } from '../support/synthesize.ts';

const { data, pipeline } = synthesize();
const page = readFileSync('docs/deploy.md', 'utf8').split('## What it costs')[1]!;

function all(type: string) {
  return [data, pipeline].flatMap((template) => resourcesOf(template, type));
}

/** CloudWatch charges for each metric that an alarm reads; an alarm on an expression reads several. */
function metricsRead(): number {
  const counts = all('AWS::CloudWatch::Alarm').map(([, { Properties }]) => {
    const metrics = Properties.Metrics as { MetricStat?: object }[] | undefined;
    return metrics?.filter(({ MetricStat }) => MetricStat).length ?? 1;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('the cost page', () => {
  it('counts alarms as the templates have them', () => {
    const composite = all('AWS::CloudWatch::CompositeAlarm').length;
    expect(page).toContain(
      `${metricsRead()} metrics at $0.10 a month, ${composite} composite alarms at $0.50,`,
    );
  });

  it('has the one key and the one dashboard of the templates', () => {
    expect(page).toContain('| The key of the alarm topic');
    expect(all('AWS::KMS::Key')).toHaveLength(1);
    expect(page).toContain('| The dashboard');
    expect(all('AWS::CloudWatch::Dashboard')).toHaveLength(1);
  });
});
