import { hash } from 'node:crypto';
import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { INDEXES } from '../functions/aws/log-keys.ts';
import { NOT_RESTORED } from '../functions/aws/restored-gate.ts';
import { ENV } from '../functions/lib/env.ts';
import { AuditBucket } from './audit-bucket.ts';
import { Backups } from './backup-plan.ts';
import { CrierBus } from './crier-bus.ts';
import { DataTable, type DataTableProps } from './data-table.ts';
import { FeedbackArchive } from './feedback-archive.ts';
import { InboxBucket } from './inbox-bucket.ts';
import { useOwnKey } from './own-key.ts';
import { SenderIdentity } from './sender-identity.ts';
import type { Settings } from './settings.ts';
import { StaffPool } from './staff-pool.ts';
import { TrailBucket } from './trail-bucket.ts';

/**
 * What a launch knows and remembers, apart from the code that works on it: the pipeline can be deleted and
 * deployed again while this stays. Deleting this stack retains tables, buckets, the backup vault, the users' accounts and
 * the sender's identity. The bus, the archive of SES's events, the sign-in page and the backup plan go.
 */
export class DataStack extends Stack {
  readonly inbox: InboxBucket;
  readonly audit: AuditBucket;
  /** The log of the launch's own trail; `null` where the organization has a trail with the same data events. */
  readonly trail: TrailBucket | null;
  readonly launchTable: DataTable;
  readonly rosterTable: DataTable;
  readonly deliveryTable: DataTable;
  readonly sendLogTable: DataTable;
  readonly suppressionTable: DataTable;
  readonly sessionTable: DataTable;
  readonly searchTable: DataTable;
  readonly bus: CrierBus;
  /** The accounts of the console's users; `null` where an OpenID Connect provider of the court has them. */
  readonly staff: StaffPool | null;

  constructor(scope: Construct, id: string, settings: Settings) {
    const { name, keepDays, consoleDomain } = settings;
    super(scope, id, {
      stackName: `crier-${name}-data`,
      description: `Crier: stored data of the launch ${name}`,
      tags: { 'crier:launch': name },
      terminationProtection: true,
    });
    this.inbox = new InboxBucket(this, 'InboxBucket', { keepDays, consoleDomain });
    this.audit = new AuditBucket(this, 'AuditBucket', { ...settings, accessLogs: this.inbox.accessLogs });
    const { accessLogs } = this.inbox;
    this.trail =
      settings.trail === 'own' ? new TrailBucket(this, 'TrailBucket', { launch: name, accessLogs }) : null;
    const table = (tableId: keyof Settings['restoredTables'], props: DataTableProps) =>
      new DataTable(this, tableId, { ...props, restored: settings.restoredTables[tableId] });
    this.launchTable = table('LaunchTable', { variable: ENV.launchTable, cleansUp: true });
    this.rosterTable = table('RosterTable', { variable: ENV.rosterTable });
    this.deliveryTable = table('DeliveryTable', {
      variable: ENV.deliveryTable,
      variables: { [ENV.restored]: restoreOf(settings) },
    });
    this.sendLogTable = table('SendLogTable', {
      variable: ENV.sendLogTable,
      indexes: { [INDEXES.attention]: 'whole', [INDEXES.rare]: 'keys' },
    });
    this.suppressionTable = table('SuppressionTable', { variable: ENV.suppressionTable });
    this.sessionTable = new DataTable(this, 'SessionTable', { variable: ENV.sessionTable, expires: true });
    this.searchTable = new DataTable(this, 'SearchTable', { variable: ENV.searchTable, expires: true });
    const restorable = [
      this.launchTable,
      this.rosterTable,
      this.deliveryTable,
      this.sendLogTable,
      this.suppressionTable,
    ];
    const tables = restorable.map((one) => one.table.tableArn);
    new Backups(this, 'Backups', { launch: name, days: settings.backupDays, tables });
    new FeedbackArchive(this, 'FeedbackArchive', { launch: name });
    this.bus = new CrierBus(this, 'Bus', { launch: name });
    this.staff = settings.oidcIssuer === null ? new StaffPool(this, 'Staff', settings) : null;
    if (settings.senderIdentity === 'own') new SenderIdentity(this, 'SenderIdentity', settings);
    if (this.staff) {
      const description = "The accounts of the console's people";
      new CfnOutput(this, 'StaffPoolId', { value: this.staff.pool.userPoolId, description });
    }
    useOwnKey(this, settings.dataKey);
  }
}

/** What tells one restore from another: the functions hold everything once for each. */
function restoreOf({ restoredTables, restoredTo }: Settings): string {
  if (restoredTo === null) return NOT_RESTORED;
  return hash('sha256', JSON.stringify([restoredTo, restoredTables]), 'hex').slice(0, 12);
}
