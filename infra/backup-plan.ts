import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  BackupPlan,
  BackupPlanRule,
  BackupResource,
  BackupSelection,
  BackupVault,
} from 'aws-cdk-lib/aws-backup';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Schedule } from 'aws-cdk-lib/aws-events';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import type { Alarms } from './alarms.ts';
import { named } from './named.ts';

/** What is backed up, and how long it is kept. */
export interface BackupsProps {
  /** The launch's name. */
  readonly launch: string;
  /** 0: nothing is backed up. */
  readonly days: number;
  /** ARNs of tables. */
  readonly tables: readonly string[];
}

/** Outcomes of a backup job that leave no copy, as AWS Backup counts them; `Expired`: it didn't start in time. */
const FAILURES = ['Aborted', 'Expired', 'Failed'];

/** Raises an alarm when a backup leaves no copy. The metrics are identified by the vault's name. */
export function watchBackups(alarms: Alarms): void {
  const period = Duration.hours(1);
  const metrics = FAILURES.map(
    (end) =>
      new Metric({
        namespace: 'AWS/Backup',
        metricName: `NumberOfBackupJobs${end}`,
        dimensionsMap: { BackupVaultName: vaultNameOf(alarms.launch) },
        statistic: 'Sum',
        period,
      }),
  );
  const usingMetrics = Object.fromEntries(metrics.map((metric, index) => [`m${index}`, metric]));
  alarms.add('A backup failed', {
    impact:
      'A table has no backup from today: after a loss, only an older backup or point-in-time recovery is left.',
    metric: new MathExpression({
      expression: `SUM([${Object.keys(usingMetrics)}])`,
      usingMetrics,
      period,
      label: 'failed',
    }),
    threshold: 1,
  });
}

function vaultNameOf(launch: string): string {
  return `crier-${launch}`;
}

/**
 * Copies every table that a restore brings back, each day, into a separate vault: permission to delete a table isn't
 * permission to delete its backups.
 */
export class Backups extends Construct {
  constructor(scope: Construct, id: string, { launch, days, tables }: BackupsProps) {
    super(scope, id);
    // Without backups too: once it left the template, it would keep its name, and no later deployment could make it.
    const vault = new BackupVault(this, 'Vault', {
      backupVaultName: vaultNameOf(launch),
      blockRecoveryPointDeletion: true,
      // A first deployment that fails takes the empty vault with it.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    named(vault, 'BackupVault');
    if (days > 0) this.backUp(vault, { launch, days, tables });
  }

  private backUp(backupVault: BackupVault, { launch, days, tables }: BackupsProps): void {
    const plan = new BackupPlan(this, 'Plan', { backupPlanName: `crier-${launch}`, backupVault });
    named(plan, 'BackupPlan');
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'Daily',
        // 3 or 4 a.m. in New York, 10 p.m. in Honolulu, 6 p.m. in Guam. A copy slows nothing down at any hour.
        scheduleExpression: Schedule.cron({ hour: '8', minute: '0' }),
        startWindow: Duration.hours(1),
        completionWindow: Duration.hours(6),
        deleteAfter: Duration.days(days),
      }),
    );
    const selection = new BackupSelection(this, 'Selection', {
      backupPlan: plan,
      resources: tables.map(BackupResource.fromArn),
      role: backupRole(this, { launch, tables }),
      // The managed policy would allow it to back up anything in the account.
      disableDefaultBackupPolicy: true,
    });
    named(selection, 'BackupSelection');
  }
}

/** May back up these tables into the vault. A restore is made with the permissions of the person who starts it. */
function backupRole(scope: Construct, { launch, tables }: Pick<BackupsProps, 'launch' | 'tables'>): Role {
  const stack = Stack.of(scope);
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('backup.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['dynamodb:DescribeTable', 'dynamodb:ListTagsOfResource', 'dynamodb:StartAwsBackupJob'],
      resources: [...tables],
    }),
  );
  const vault = stack.formatArn({
    service: 'backup',
    resource: 'backup-vault',
    resourceName: vaultNameOf(launch),
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['backup:DescribeBackupVault', 'backup:CopyIntoBackupVault'],
      resources: [vault],
    }),
  );
  role.addToPolicy(
    new PolicyStatement({
      // The table's tags are copied too. AWS Backup chooses the copy's id.
      actions: ['backup:TagResource'],
      resources: [
        stack.formatArn({
          service: 'backup',
          resource: 'recovery-point',
          resourceName: '*',
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      ],
      // biome-ignore lint/suspicious/noTemplateCurlyInString: IAM puts the account in
      conditions: { StringEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } },
    }),
  );
  return role;
}
