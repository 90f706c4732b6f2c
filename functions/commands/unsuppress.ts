import type { Services } from '../aws/pick.ts';
import { byOf } from '../domain/actor.ts';
import type { CommandResult, UnsuppressCommand } from '../domain/command.ts';
import { counted } from '../lib/count.ts';
import { addressesOf, suppressedOf } from '../queries/suppressed.ts';
import { type CommandContext, refused } from './command-context.ts';

type UnsuppressServices = Pick<Services, 'auditLog' | 'calls' | 'clock' | 'log' | 'roster' | 'suppression'>;

/** Takes every suppressed address of a filer off the list; recorded before it takes effect. */
export async function unsuppress(
  command: UnsuppressCommand,
  { services, requestId }: CommandContext<UnsuppressServices>,
): Promise<CommandResult> {
  const { filerId, by, why } = command;
  const version = await services.roster.activeVersion();
  const filer = version && (await services.roster.filersById(version.version, [filerId])).get(filerId);
  if (!filer) return refused('no-such-filer', 'This filer isn’t on the active roster.');
  const found = await suppressedOf([filer], services);
  if (found.length === 0) return refused('not-suppressed', 'No address of this filer is suppressed.');
  const at = services.clock.now().toString();
  const before = found.map(
    ({ place, reason }) => `${place === 0 ? 'primary' : `secondary-${place}`} ${reason}`,
  );
  await services.auditLog.put({ at, requestId, act: command, before, after: [] });
  const addresses = addressesOf(filer);
  for (const { place } of found) {
    await services.suppression.lift(addresses[place]!, { at, requestId, by: byOf(by), why });
  }
  await services.calls.settle(filerId, ['stopped'], at);
  services.log.info('suppression-lifted', { filer: filerId, addresses: found.length });
  return {
    done: true,
    message:
      `${counted(found.length, 'address', 'addresses')} of this filer will be emailed again, from the next phase on. ` +
      'SES has its own list: docs/ops.md, "Who is never emailed".',
  };
}
