import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { AllowedDomains } from '../functions/domain/plan/allowed-domains.ts';
import { UPLOADS } from '../functions/domain/upload.ts';
import { ENV } from '../functions/lib/env.ts';
import { Alarms } from './alarms.ts';
import { watchBackups } from './backup-plan.ts';
import { LaunchDashboard } from './dashboard.ts';
import type { DataStack } from './data-stack.ts';
import { grantCalls } from './grant-calls.ts';
import { launchSteps } from './launch-steps.ts';
import { useOwnKey } from './own-key.ts';
import type { PipelineFunction } from './pipeline-function.ts';
import { setEverywhere } from './set-everywhere.ts';
import type { Settings } from './settings.ts';
import { Commands } from './stages/commands.ts';
import { Console } from './stages/console.ts';
import { Erasures } from './stages/erasures.ts';
import { ExportLog } from './stages/export-log.ts';
import { indexRoster } from './stages/index-roster.ts';
import { IngestRoster } from './stages/ingest-roster.ts';
import { ManagePeople } from './stages/manage-people.ts';
import { NotifyPeople } from './stages/notify-people.ts';
import { NotifyStaff } from './stages/notify-staff.ts';
import { PlanLaunch } from './stages/plan-launch.ts';
import { RecordAccess } from './stages/record-access.ts';
import { RecordFeedback } from './stages/record-feedback.ts';
import { RecordPrincipals } from './stages/record-principals.ts';
import { ReportUnknown } from './stages/report-unknown.ts';
import { SendEmail } from './stages/send-email.ts';
import { StartPhase } from './stages/start-phase.ts';
import { Sweep } from './stages/sweep.ts';
import { watchAll } from './watch-all.ts';

interface OutputParts {
  readonly data: DataStack;
  readonly alarms: Alarms;
  readonly web: Console;
  readonly ingestRoster: IngestRoster;
  readonly startPhase: StartPhase;
  readonly command: PipelineFunction;
  readonly erase: PipelineFunction;
}

/**
 * The way of the data, from two files in to every email out. Holds nothing that can't be made again.
 * The ids of the constructs are older than the stages' names and stay: logical ids are made from them.
 */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { data, ...settings }: Settings & { data: DataStack }) {
    super(scope, id, {
      stackName: `crier-${settings.name}-pipeline`,
      description: `Crier: functions and queues of the launch ${settings.name}`,
      tags: { 'crier:launch': settings.name },
    });
    const alarms = new Alarms(this, 'Alarms', settings);
    const stage = { launch: settings.name, data, alarms };

    // launch.json ─▶ plan, and one schedule per phase
    const planLaunch = new PlanLaunch(this, 'Launch', stage);
    // roster.csv ─▶ a new version, activated when clean or by the clerk
    const ingestRoster = new IngestRoster(this, 'Roster', stage);
    // a version, a plan ─▶ search index, filers counted by state
    const indexQueue = indexRoster(ingestRoster, stage);
    // anything else uploaded ─▶ reported
    const reportUnknown = new ReportUnknown(this, 'UnknownUploads', stage);
    // schedule, or a person ─▶ run ─▶ chunks
    const startPhase = new StartPhase(this, 'Phases', stage);
    // chunk ─▶ emails, outcomes
    const sendEmail = new SendEmail(this, 'Delivery', { ...stage, ...settings });
    // SES ─▶ facts, suppression
    const { configurationSet } = sendEmail;
    const recordFeedback = new RecordFeedback(this, 'Feedback', { ...stage, configurationSet });
    // tick ─▶ what was missed, stuck or held
    const sweep = new Sweep(this, 'Sweep', stage);
    // a person ─▶ the send log as a table
    const exportLog = new ExportLog(this, 'Exports', stage);
    // a person ─▶ one filer's data erased
    const erasures = new Erasures(this, 'Erasures', { ...stage, ...settings });
    // CloudTrail ─▶ who uploaded or commanded outside the console
    const principals = new RecordPrincipals(this, 'Principals', stage);
    // what needs attention ─▶ court staff, by email
    const notifyStaff = new NotifyStaff(this, 'Staff', { ...stage, ...settings, sendEmail });
    // a person ─▶ hold, lift, retry; what they ask
    const queues = [
      planLaunch.queue,
      ingestRoster.queue,
      indexQueue,
      reportUnknown.queue,
      sendEmail.chunks,
      recordFeedback.queue,
      exportLog.queue,
      principals.queue,
    ];
    const { command } = new Commands(this, 'Ops', { ...stage, queues });
    principals.follow([command, startPhase.releasePhase, ingestRoster.activateRoster, erasures.erase]);
    // browser ─▶ HTTP API ─▶ pages, and the same commands
    const web = new Console(this, 'Console', { ...stage, settings, queues });
    notifyStaff.showing({ origin: web.origin, queues });
    // who came in, who was refused ─▶ the access log
    const access = new RecordAccess(this, 'Access', { ...stage, ...settings });
    access.grantRecord(web.console);
    // the console ─▶ accounts of the launch's own user pool
    const { staff } = data;
    const people = staff && new ManagePeople(this, 'People', { ...stage, staff, web });
    // what waits for a person ─▶ the alarms' topic
    new NotifyPeople(this, 'TellPeople', { launch: settings.name, bus: data.bus.bus, alarms });

    grantCalls({
      data,
      planLaunch,
      startPhase,
      sendEmail,
      recordFeedback,
      sweep: sweep.sweep,
      exportLog,
      erasures,
      ingestRoster,
      command,
      web,
    });
    setEverywhere(this, { ...settings, except: access.recordAccess });
    // everything ─▶ what operations staff watch
    watchAll({ alarms, pipeline: this, data, schedules: startPhase.group });
    if (settings.backupDays > 0) watchBackups(alarms);
    const steps = launchSteps({
      uploads: [ingestRoster.queue, indexQueue, reportUnknown.queue],
      planLaunch,
      startPhase,
      chunks: sendEmail.chunks,
      feedback: recordFeedback.queue,
      sweep,
      web,
      people: [
        access.recordAccess,
        ingestRoster.activateRoster,
        command,
        erasures.erase,
        ...(people ? [people.managePeople] : []),
      ],
      exports: exportLog.queue,
      principals: principals.queue,
      staff: notifyStaff.notifyStaff,
    });
    new LaunchDashboard(this, 'Dashboard', { ...settings, alarms: alarms.all, steps });
    for (const fn of [planLaunch.planLaunch, command, web.console])
      fn.addEnvironment(ENV.allowedDomains, JSON.stringify(allowedDomains(settings)));
    this.outputs({ data, alarms, web, ingestRoster, startPhase, command, erase: erasures.erase });
    useOwnKey(this, settings.dataKey);
  }

  /** What people need to know about a deployed launch. */
  private outputs({ data, alarms, web, ingestRoster, startPhase, command, erase }: OutputParts): void {
    this.output('ConsoleAddress', web.origin, 'The web console');
    if (web.domain) {
      const target = web.domain.regionalDomainName;
      this.output(
        'ConsoleDomainTarget',
        target,
        "What the console's host name must point to, as a CNAME record",
      );
    }
    const { bucketName } = data.inbox.bucket;
    this.output('InboxBucketName', bucketName, 'The bucket of uploads and reports');
    this.output('PutLaunchPlansTo', `s3://${bucketName}/${UPLOADS.launch}`, 'Where launch plans go');
    this.output('PutRostersTo', `s3://${bucketName}/${UPLOADS.roster}`, 'Where rosters go');
    this.output('PutUpdatesTo', `s3://${bucketName}/${UPLOADS.update}`, 'Where updates of the roster go');
    this.output(
      'ActivateRosterName',
      ingestRoster.activateRoster.functionName,
      'Invoke it to decide on a roster',
    );
    this.output('ReleasePhaseName', startPhase.releasePhase.functionName, 'Invoke it to release a phase');
    this.output('ActName', command.functionName, 'Invoke it to pause, resume, retry and query: npm run ops');
    this.output('EraseName', erase.functionName, 'Invoke it to erase a person: npm run ops');
    this.output('BusName', data.bus.bus.eventBusName, "The bus of Crier's events");
    this.output(
      'DashboardName',
      `crier-${alarms.launch}`,
      'What to watch while emails go out, in CloudWatch',
    );
    this.output('AlarmTopicArn', alarms.topic.topicArn, 'Subscribe to it to get alarms');
  }

  private output(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}

/** What the functions that check launch plans hold them to. */
function allowedDomains({ sender, linkDomains }: Settings): AllowedDomains {
  return { sender, linkDomains };
}
