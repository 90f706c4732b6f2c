import { App, Validations } from 'aws-cdk-lib';
import { checks } from './controls/packs.ts';
import { DataStack } from './data-stack.ts';
import { PipelineStack } from './pipeline-stack.ts';
import { type Settings, settingsFrom } from './settings.ts';
import type { SettingsFile } from './settings-file.ts';

/** CDK's feature flags. In cdk.json only its command line would read them, not the tests and the embedded cloud. */
const FLAGS = {
  // Merges statements that differ in one part only.
  '@aws-cdk/aws-iam:minimizePolicies': true,
  // The bucket's policy lets access logs in, not an access control list.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  // What the pipeline uses can't be deleted while it does.
  '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  // No secret value in plain text.
  '@aws-cdk/core:checkSecretUsage': true,
};

/** Settings that don't come from the context or the file, and how to build. */
export interface AppOptions extends Partial<Settings> {
  /**
   * The launch's settings file.
   * @default none
   */
  readonly file?: SettingsFile | null;
  /**
   * Bundle the functions with esbuild; without it their assets are placeholders.
   * @default true
   */
  readonly bundle?: boolean;
  /**
   * Check the templates: cdk-nag's rules (`infra/controls/`) and CloudFormation's schemas. Takes about two seconds.
   * @default true
   */
  readonly check?: boolean;
  /**
   * Where the templates and assets go.
   * @default what the CDK command line says, otherwise a temporary directory
   */
  readonly outdir?: string;
}

/**
 * Builds one launch's stacks, `Data` and `Pipeline`. Needs neither an AWS account nor the network.
 * Settings that aren't given here come from the context (`-c name=value`), and otherwise from the file.
 * @throws Error when a setting is wrong.
 */
export function createApp({
  bundle = true,
  check = true,
  outdir,
  file = null,
  ...settings
}: AppOptions = {}): App {
  const app = new App({
    ...(outdir && { outdir }),
    builtinCloudFormationValidation: check,
    context: FLAGS,
    ...(!bundle && { postCliContext: { 'aws:cdk:bundling-stacks': [] } }),
  });
  const launch = settingsFrom((key) => settings[key as keyof Settings] ?? app.node.tryGetContext(key), file);
  const data = new DataStack(app, 'Data', launch);
  new PipelineStack(app, 'Pipeline', { ...launch, data });
  if (check) Validations.of(app).addPlugins(...checks());
  return app;
}
