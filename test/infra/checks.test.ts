import { Bucket } from 'aws-cdk-lib/aws-s3';
import { describe, expect, it } from 'vitest';
import type { Exception } from '../../infra/controls/exception.ts';
import { EXCEPTIONS } from '../../infra/controls/exceptions.ts';
import { checks } from '../../infra/controls/packs.ts';
import { createApp } from '../../infra/crier-app.ts';
import type { Settings } from '../../infra/settings.ts';
import { VARIANTS } from '../../infra/variants.ts';

const needed = new Set<Exception>();

function appOf(settings: Partial<Settings>) {
  const app = createApp({ ...settings, bundle: false, check: false });
  // What a stack takes from another one has its name only then.
  app.synth();
  return app;
}

function findingsIn(appConstruct: ReturnType<typeof appOf>): string[] {
  const context = { appConstruct, templatePaths: [], stackTemplates: [] };
  const reports = checks((exception) => void needed.add(exception)).map((pack) => pack.validate(context));
  return reports.flatMap(({ violations }) =>
    violations.flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${ruleName} ${constructPath}`),
    ),
  );
}

describe('cdk-nag', () => {
  // Between them everything that a variant adds. CI synthesizes all of them, which checks each.
  it.each(['alarms', 'everything', 'own-key', 'restored', 'backups-of-the-account'])(
    'finds nothing in the variant %s that is not excepted',
    (name) => {
      expect(findingsIn(appOf(VARIANTS[name]!))).toEqual([]);
    },
  );

  it('needs every exception in some variant', () => {
    expect(EXCEPTIONS.filter((exception) => !needed.has(exception))).toEqual([]);
  });

  it('finds a resource that no exception is for', () => {
    const app = appOf({});
    new Bucket(app.node.findChild('Pipeline'), 'New');
    expect(findingsIn(app).filter((finding) => finding.endsWith(' Pipeline/New/Resource'))).toEqual(
      expect.arrayContaining([
        'AwsSolutions-S1 Pipeline/New/Resource',
        'AwsSolutions-S10 Pipeline/New/Resource',
        'NIST.800.53.R5-S3BucketSSLRequestsOnly Pipeline/New/Resource',
      ]),
    );
  });

  it('is excepted with a reason and with what protects instead, in whole sentences', () => {
    const short = EXCEPTIONS.filter(
      ({ reason, instead }) => ![reason, instead].every((text) => /^[A-Z].{20,}\.$/.test(text)),
    );
    expect(short).toEqual([]);
  });
});

describe('the whole app', () => {
  it('passes every check, those of CloudFormation too', () => {
    expect(
      createApp({ bundle: false })
        .synth()
        .stacks.map(({ id }) => id),
    ).toEqual(['Data', 'Pipeline']);
  });
});
