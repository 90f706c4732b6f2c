import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { queueUrl } from '../../../functions/aws/queue-url.ts';
import { SEND_TIMEOUT_SECONDS } from '../../../functions/domain/run/timeouts.ts';
import { exportKeys } from '../../../functions/domain/send/export-request.ts';
import { bundleFunction } from '../bundle-function.ts';
import type { Drill } from '../cause.ts';
import type { DrillSite } from '../site.ts';
import { mailedOnce } from './sending.ts';

/** What works on a run and its outcomes. */
const DEPLOYED = ['SendEmail', 'Sweep', 'RecordFeedback', 'ExportLog'];
/** So slow that the run takes several invocations of the sender. Emails a second. */
const SLOW_RATE = 1;
/** Emails sent by the time the new build arrives. */
const BEFORE = 25;
const EXPORT_ID = 'b7a3c1de-5f60-4a2b-8c3d-1e2f3a4b5c6d';

/**
 * New builds of the functions come in the middle of a run: senders of the new build take over the messages, chunks and
 * leases of the old one's. Among the messages is an export as it was asked for before searches were saved (decision 191).
 */
export const newBuild: Drill = {
  cause: 'a deployment in the middle of a run',
  fires: [],
  bringAbout: async (site) => {
    const { cloud, faults, nextPhase, now, wait } = site;
    const dir = mkdtempSync(join(tmpdir(), 'crier-drill-'));
    try {
      const deploy = await cloud.prepare(newFiles(site, dir));
      const before = cloud.outbox.length;
      const { maxSendRate } = cloud.sesLimits;
      let deployedAt = Number.POSITIVE_INFINITY;
      cloud.sesLimits.maxSendRate = SLOW_RATE;
      faults.ses = () => {
        if (cloud.outbox.length - before >= BEFORE && deployedAt > now()) {
          deploy();
          deployedAt = now();
        }
        return null;
      };
      await queueOldExport(site);
      const phase = await nextPhase();
      await wait(30);
      cloud.sesLimits.maxSendRate = maxSendRate;
      const oldEndsAt = deployedAt + SEND_TIMEOUT_SECONDS * 1000;
      return [
        {
          what: 'senders of the new build continue the run',
          isTrue: cloud.outbox.some(({ at }) => at.epochMilliseconds > oldEndsAt),
        },
        ...mailedOnce(cloud, phase),
        {
          what: 'an export requested before the deployment is answered',
          isTrue: (await exportState(cloud)) === 'search-gone',
        },
      ];
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

/** Bundles as they are deployed; what ran so far is the source. */
function newFiles({ template }: DrillSite, dir: string): Record<string, string> {
  const functions = template.ofType('AWS::Lambda::Function').filter(({ id }) => DEPLOYED.includes(id));
  return Object.fromEntries(
    functions.map(({ id, metadata }) => [id, bundleFunction(String(metadata['crier:entry']), join(dir, id))]),
  );
}

async function queueOldExport({ cloud, sqs }: DrillSite): Promise<void> {
  const filter = { search: { version: '20180701T120000Z-000000000000', typed: 'smith' } };
  const request = { exportId: EXPORT_ID, filter, askedAt: cloud.clock.now().toString(), by: 'otto' };
  const QueueUrl = queueUrl(cloud.envOf('Console'), 'ExportQueue');
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: JSON.stringify(request) }));
}

async function exportState(cloud: DrillSite['cloud']): Promise<string | undefined> {
  const [status] = (await cloud.read(exportKeys(EXPORT_ID).status)).values();
  return status && (JSON.parse(Buffer.from(status).toString()) as { state: string }).state;
}
