import { Duration } from 'aws-cdk-lib';
import { Archive, EventBus, type EventPattern } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { named } from './named.ts';

/** As long as tables can be restored to a point in time. */
const KEEP = Duration.days(35);

/** The configuration set of a launch's emails. */
export function configurationSetOf(launch: string): string {
  return `crier-${launch}`;
}

/** What SES says about the emails of a launch. */
export function saidBySes(launch: string): EventPattern {
  return {
    source: ['aws.ses'],
    detail: { mail: { tags: { 'ses:configuration-set': [configurationSetOf(launch)] } } },
  };
}

/** What SES said about a launch's emails, to be replayed after a restore: restored tables lack it. */
export class FeedbackArchive extends Construct {
  constructor(scope: Construct, id: string, { launch }: { launch: string }) {
    super(scope, id);
    const archive = new Archive(this, 'Archive', {
      archiveName: `crier-${launch}`,
      description: `SES events about the emails of the launch ${launch}`,
      // SES publishes to the account's default bus only.
      sourceEventBus: EventBus.fromEventBusName(this, 'DefaultBus', 'default'),
      eventPattern: saidBySes(launch),
      retention: KEEP,
    });
    named(archive, id);
  }
}
