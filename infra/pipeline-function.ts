import { fileURLToPath } from 'node:url';
import { Duration } from 'aws-cdk-lib';
import type { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type CfnFunction, RecursiveLoop, Runtime } from 'aws-cdk-lib/aws-lambda';
import { type BundlingOptions, LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { FilterPattern, LogGroup, type MetricFilterOptions, RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { campaign } from '#campaign';
import { ENV } from '../functions/lib/env.ts';
import type { Alarms } from './alarms.ts';
import { named } from './named.ts';

/** How often the metrics of failures are read. */
const PERIOD = Duration.minutes(5);
/** The repository, with a slash at its end. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What a bundle has instead of a package. CDK calls esbuild in another folder: the paths are absolute. */
export const ALIASES: Readonly<Record<string, string>> = {
  '@aws-sdk/credential-provider-node': `${ROOT}functions/aws/lambda-credentials.ts`,
};

/** How esbuild bundles a function. */
export const BUNDLING: BundlingOptions = {
  format: OutputFormat.ESM,
  mainFields: ['module', 'main'],
  // What is bundled is of the campaign that this process runs. esbuild drops `module` where any other is named.
  esbuildArgs: {
    '--conditions': `module,${campaign.name}`,
    ...Object.fromEntries(Object.entries(ALIASES).map(([name, path]) => [`--alias:${name}`, path])),
  },
  // Libraries in CommonJS call `require`, which a module doesn't have.
  banner: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  minify: true,
  // An error at 8:30 on launch day must name its line. The sources themselves stay here.
  sourceMap: true,
  sourcesContent: false,
  // The SDK is bundled too, so that what was tested is what runs: the runtime's own SDK changes without a deploy.
  externalModules: [],
  logLevel: LogLevel.WARNING,
};

/** What a function needs to be built; `impact` is required, so that every alarm can say it. */
export interface PipelineFunctionProps {
  /** The launch's name. */
  readonly launch: string;
  readonly alarms: Alarms;
  /** The entry's path from the repository's root, `functions/plan-launch/plan-launch.lambda.ts`. */
  readonly entry: string;
  /** What it does, in a sentence. */
  readonly does: string;
  /** What its failure costs the filers or the clerk, in words that need no knowledge of the code. */
  readonly impact: string;
  readonly timeoutSeconds: number;
  /**
   * Memory, and with it CPU: 1769 is one whole core.
   * @default 512
   */
  readonly memoryMegabytes?: number;
  /**
   * Whether it makes much short-lived garbage: a small young generation frees that early, which saves a quarter of the memory
   * (bench/README.md).
   * @default false
   */
  readonly makesMuchGarbage?: boolean;
  /**
   * How many days its log is kept: one of CloudWatch's numbers.
   * @default a year
   */
  readonly logDays?: RetentionDays;
  /**
   * Whether it queues work to itself more often in a row than Lambda's loop detection permits (about 16 times).
   * @default false
   */
  readonly callsItself?: boolean;
  /**
   * Its stage adds the alarm of its failures, with further signs of them.
   * @default false
   */
  readonly watchedByStage?: boolean;
}

/** A function of the pipeline: bundled, logged, watched, and allowed nothing but what it is granted. */
export class PipelineFunction extends NodejsFunction {
  readonly timeoutSeconds: number;
  readonly impact: string;
  /** Calls that ended with an error, or with none because time or memory ran out. */
  readonly errors: Metric;
  /** Lines of level ERROR in its log: errors that it handled. */
  readonly errorLines: Metric;
  private readonly launch: string;

  constructor(scope: Construct, id: string, props: PipelineFunctionProps) {
    const { launch, alarms, entry, does, impact, timeoutSeconds, memoryMegabytes = 512 } = props;
    const { logDays = RetentionDays.ONE_YEAR, makesMuchGarbage = false } = props;
    const nodeOptions = ['--enable-source-maps', ...(makesMuchGarbage ? ['--max-semi-space-size=4'] : [])];
    super(scope, id, {
      entry: `${ROOT}${entry}`,
      projectRoot: ROOT,
      depsLockFilePath: `${ROOT}package-lock.json`,
      bundling: BUNDLING,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      description: does,
      timeout: Duration.seconds(timeoutSeconds),
      memorySize: memoryMegabytes,
      recursiveLoop: props.callsItself ? RecursiveLoop.ALLOW : RecursiveLoop.TERMINATE,
      environment: { [ENV.launchName]: launch, NODE_OPTIONS: nodeOptions.join(' ') },
      // A role of our own, since the default one may write to every log of the account.
      role: new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
      logGroup: new LogGroup(scope, `${id}Logs`, { retention: logDays }),
    });
    this.timeoutSeconds = timeoutSeconds;
    this.impact = impact;
    this.launch = launch;
    this.logGroup.grantWrite(this);
    named(this, id);
    (this.node.defaultChild as CfnFunction).addMetadata('crier:entry', entry);
    this.errors = this.metricErrors({ period: PERIOD });
    this.errorLines = this.countErrorLines();
    if (!props.watchedByStage) this.watch(alarms);
  }

  /** An error that it didn't handle shows in the first, one that it handled in the second: never one error in both. */
  private watch(alarms: Alarms): void {
    const meaning = { impact: this.impact, section: `${this.node.id} fails` };
    alarms.add(`${this.node.id} fails`, { ...meaning, metric: this.errors, threshold: 1 });
    alarms.add(`${this.node.id} reports errors`, { ...meaning, metric: this.errorLines, threshold: 1 });
  }

  private countErrorLines(): Metric {
    const filterPattern = FilterPattern.stringValue('$.level', '=', 'ERROR');
    return this.metricOfLog('ErrorLines', { filterPattern, metricName: `${this.node.id}ErrorLines` });
  }

  /** Makes a metric of lines in its log: how many match, or a number that is in each. */
  metricOfLog(
    id: string,
    options: Pick<MetricFilterOptions, 'filterPattern' | 'metricName' | 'metricValue'>,
  ): Metric {
    return this.logGroup
      .addMetricFilter(id, { metricNamespace: `Crier/${this.launch}`, ...options })
      .metric({ statistic: options.metricValue ? 'Maximum' : 'Sum', period: PERIOD });
  }
}
