import type { EventPublisher } from '../aws/event-bus.ts';
import type { SuppressionStore } from '../aws/suppressions.ts';
import { otherMailboxes } from '../domain/filer/addresses.ts';
import type { Fact, FactKind } from '../domain/send/fact.ts';
import { mailedAddress, ownMailboxes } from '../domain/send/mailed-address.ts';
import type { Clock } from '../lib/clock.ts';
import type { Log } from '../lib/runtime.ts';
import type { SendTags } from './event-subject.ts';
import { filerIn, type KnownSendServices, knownSend } from './known-send.ts';
import { readSesEvent, type SesNews } from './ses-event.ts';

/** What recording an event needs. */
interface EventServices extends KnownSendServices {
  readonly clock: Clock;
  readonly log: Log;
  readonly events: EventPublisher;
  readonly suppression: Pick<SuppressionStore, 'suppress' | 'suppressed'>;
}

/**
 * Reads an event of SES, and suppresses what it asks for. Idempotent.
 * @returns the fact to append; `null` when the event is about no send that is on record.
 * @throws Error when the event can't be read, or a read or write fails.
 */
export async function recordEvent(body: string, services: EventServices): Promise<Fact | null> {
  const news = readSesEvent(JSON.parse(body), services.clock.now());
  switch (news?.about.of) {
    case 'send':
      return recordSend(news, { tags: news.about.send, services });
    case 'unreadable':
      await recordUnknown(news, { tags: news.about.send, services });
      return null;
    case 'test':
      await reportTest(news, services);
      return null;
    default:
      services.log.info('feedback-not-ours');
      return null;
  }
}

/** Feedback belongs to the email: it counts for the address that this attempt was emailed to. */
async function recordSend(
  news: SesNews,
  { tags, services }: { tags: SendTags; services: EventServices },
): Promise<Fact | null> {
  const known = await knownSend(tags, services);
  if (!known) {
    await recordUnknown(news, { tags, services });
    return null;
  }
  if (news.suppress) await suppressMailed(news, { ...known, tags, services });
  const { kind, at, reason, messageId } = news;
  return { ...tags, kind, at, ...(messageId && { messageId }), ...(reason && { reason }) };
}

async function suppressMailed(
  news: SesNews,
  { attempt, tags, services }: { attempt: { to?: 'secondary' }; tags: SendTags; services: EventServices },
): Promise<void> {
  const { runId, filerId } = tags;
  const filer = await filerIn(tags, services);
  const suppressed = await services.suppression.suppressed(
    filer && attempt.to === 'secondary' ? otherMailboxes(filer) : [],
  );
  const evidence = { named: news.named, suppressed, runId };
  const address = filer && mailedAddress({ ...attempt, filerId }, { filer, ...evidence });
  if (address) await suppress([address], { news, tags, services });
  else await recordUnknown(news, { tags, services });
}

/**
 * An event of a send that isn't on record, after a restore for example. A complaint or a permanent bounce stops emails all
 * the same, and a person looks at it. Of a filer whom the run's roster knows, only their own addresses are suppressed.
 */
async function recordUnknown(
  news: SesNews,
  { tags, services }: { tags: Pick<SendTags, 'runId' | 'filerId'>; services: EventServices },
): Promise<void> {
  const { kind, named } = news;
  const about = { run: tags.runId, filer: tags.filerId, kind };
  if (!news.suppress) return services.log.info('feedback-unknown', about);
  const filer = await filerIn(tags, services);
  const addresses = [...new Set(filer ? ownMailboxes(filer, named) : named)];
  await suppress(addresses, { news, tags, services });
  services.log.error('feedback-unknown-suppressed', { ...about, addresses: addresses.length });
}

async function suppress(
  addresses: readonly string[],
  {
    news: { suppress: reason, reason: detail = '', at },
    tags: { runId, filerId },
    services: { suppression },
  }: { news: SesNews; tags: Pick<SendTags, 'runId' | 'filerId'>; services: EventServices },
): Promise<void> {
  if (!reason) return;
  for (const address of addresses)
    await suppression.suppress(address, { reason, detail, at, runId, filerId });
}

/** What ops must hear of a test email: the person who asked for it waits for it. */
const UNDELIVERED: readonly FactKind[] = ['bounced', 'soft-bounced', 'complained', 'rejected'];

/** A test email is in no send log, and suppresses no one: ops are told that it didn't arrive. */
async function reportTest({ kind, at, reason }: SesNews, { log, events }: EventServices): Promise<void> {
  log.info('feedback-of-test', { kind });
  if (!UNDELIVERED.includes(kind)) return;
  await events.publish([{ kind: 'TestUndelivered', detail: { what: kind, reason: reason ?? null, at } }]);
}
