import { CfnOutput, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Alarms } from './alarms.ts';
import type { DataStack } from './data-stack.ts';
import { UPLOADS } from './inbox-bucket.ts';
import type { Settings } from './settings.ts';
import { Console } from './stages/console.ts';
import { Delivery } from './stages/delivery.ts';
import { Exports } from './stages/exports.ts';
import { Feedback } from './stages/feedback.ts';
import { Launch } from './stages/launch.ts';
import { Ops } from './stages/ops.ts';
import { Phases } from './stages/phases.ts';
import { Roster } from './stages/roster.ts';
import { Sweep } from './stages/sweep.ts';
import { TellPeople } from './stages/tell-people.ts';
import { UnknownUploads } from './stages/unknown-uploads.ts';

/** The way of the data, from two files in to every email out. Holds nothing that can't be made anew. */
export class PipelineStack extends Stack {
  constructor(scope: Construct, id: string, { data, ...settings }: Settings & { data: DataStack }) {
    super(scope, id, {
      stackName: `crier-${settings.name}-pipeline`,
      description: `Crier: works on the launch ${settings.name}`,
      tags: { 'crier:launch': settings.name },
    });
    const alarms = new Alarms(this, 'Alarms', settings);
    const stage = { launch: settings.name, data, alarms };

    // launch.json ─▶ plan, and one schedule per phase
    const launch = new Launch(this, 'Launch', stage);
    // roster.csv ─▶ a new version, activated when clean or by the clerk
    const roster = new Roster(this, 'Roster', stage);
    // anything else ─▶ reported
    const unknown = new UnknownUploads(this, 'UnknownUploads', stage);
    // schedule, or a person ─▶ run ─▶ chunks
    const phases = new Phases(this, 'Phases', stage);
    // chunk ─▶ emails, outcomes
    const delivery = new Delivery(this, 'Delivery', { ...stage, ...settings });
    // SES ─▶ facts, suppression
    const feedback = new Feedback(this, 'Feedback', {
      ...stage,
      configurationSet: delivery.configurationSet,
    });
    // tick ─▶ what was missed, stuck or held
    const { sweep } = new Sweep(this, 'Sweep', stage);
    // a person ─▶ the send log as a table
    const exports = new Exports(this, 'Exports', stage);
    // a person ─▶ hold, lift, retry; what they ask
    const queues = [
      launch.queue,
      roster.queue,
      roster.indexQueue,
      unknown.queue,
      delivery.chunks,
      feedback.queue,
      exports.queue,
    ];
    const { act } = new Ops(this, 'Ops', { ...stage, queues });
    // browser ─▶ HTTP API ─▶ pages, and the same acts
    const people = new Console(this, 'Console', { ...stage, settings, queues });
    // what waits for a person ─▶ told
    new TellPeople(this, 'TellPeople', { launch: settings.name, bus: data.bus.bus, alarms });

    for (const fn of [launch.planLaunch, sweep]) phases.grantSchedule(fn);
    for (const fn of [phases.startPhase, phases.releasePhase, sweep]) {
      delivery.grantQueueChunks(fn);
      delivery.grantQuota(fn);
    }
    for (const fn of [act, people.console, feedback.recordFeedback]) delivery.grantQueueChunks(fn);
    phases.grantStart(people.console);
    delivery.grantQuota(people.console);
    delivery.grantSend(people.console);
    data.inbox.grantSearch(people.console);
    data.inbox.grantAskExports(people.console);
    exports.grantAsk(people.console);

    this.tell('ConsoleAddress', people.origin, 'The web console');
    if (people.domain) {
      const target = people.domain.regionalDomainName;
      this.tell(
        'ConsoleDomainTarget',
        target,
        "What the console's host name must lead to, as a CNAME record",
      );
    }
    const { bucketName } = data.inbox.bucket;
    this.tell('InboxBucketName', bucketName, 'The bucket of uploads and reports');
    this.tell('PutLaunchPlansTo', `s3://${bucketName}/${UPLOADS.launch}`, 'Where launch plans go');
    this.tell('PutRostersTo', `s3://${bucketName}/${UPLOADS.roster}`, 'Where rosters go');
    this.tell('PutUpdatesTo', `s3://${bucketName}/${UPLOADS.update}`, 'Where updates of the roster go');
    this.tell('ActivateRosterName', roster.activateRoster.functionName, 'Invoke it to decide on a roster');
    this.tell('ReleasePhaseName', phases.releasePhase.functionName, 'Invoke it to release a phase');
    this.tell('ActName', act.functionName, 'Invoke it to hold, lift, retry and ask: npm run ops');
    this.tell('BusName', data.bus.bus.eventBusName, "The bus of Crier's events");
    this.tell('AlarmTopicArn', alarms.topic.topicArn, 'Subscribe to it to hear of alarms');
  }

  private tell(id: string, value: string, description: string): void {
    new CfnOutput(this, id, { value, description });
  }
}
