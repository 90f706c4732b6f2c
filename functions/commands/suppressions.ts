import type { OpsServices } from '../aws/ops-services.ts';
import type { CommandResult, UnsuppressCommand } from '../domain/audit.ts';
import type { Filer } from '../domain/filer/filer.ts';
import type { Suppression } from '../domain/send/suppression.ts';
import { batched } from '../lib/batched.ts';
import type { Asked } from './hold.ts';

/** An address that is never mailed, by whose it is: the address itself stays in the table. */
export interface SuppressedReport extends Pick<Suppression, 'reason' | 'detail' | 'at' | 'runId'> {
  /** Whose address by the roster in force. Several filers may share one. */
  readonly filerId: string;
  /** 0: the primary address; from 1 on a secondary one. */
  readonly place: number;
}

export interface SuppressedPage {
  readonly suppressed: readonly SuppressedReport[];
  /** Pass it as `after` to go on; `null`: this was the last page. */
  readonly next: string | null;
}

/** An answer of Lambda holds 6 MB: so many are far less. */
const MOST = 5000;
const AT_ONCE = 100;

type Services = Pick<OpsServices, 'acts' | 'clock' | 'log' | 'roster' | 'suppression'>;

/** Every filer of the roster in force with an address that is suppressed, in the order of ids, page by page. */
export async function askSuppressed(services: Services, after = ''): Promise<SuppressedPage> {
  const version = await services.roster.activeVersion();
  const suppressed: SuppressedReport[] = [];
  if (!version) return { suppressed, next: null };
  for await (const filers of batched(services.roster.filers(version.version, { after }), AT_ONCE)) {
    suppressed.push(...(await suppressedOf(filers, services)));
    if (suppressed.length >= MOST) return { suppressed, next: filers.at(-1)!.filerId };
  }
  return { suppressed, next: null };
}

/** Takes every suppressed address of a filer off the list. The act is recorded before it takes effect. */
export async function unsuppress(
  act: UnsuppressCommand,
  { services, requestId }: Asked & { services: Services },
): Promise<CommandResult> {
  const version = await services.roster.activeVersion();
  const filer =
    version && (await services.roster.filersById(version.version, [act.filerId])).get(act.filerId);
  if (!filer) {
    return { done: false, reason: 'no-such-filer', message: 'The roster in force knows no such filer.' };
  }
  const found = await suppressedOf([filer], services);
  if (found.length === 0) {
    return { done: false, reason: 'not-suppressed', message: 'No address of this filer is suppressed.' };
  }
  const at = services.clock.now().toString();
  const before = found.map(
    ({ place, reason }) => `${place === 0 ? 'primary' : `secondary-${place}`} ${reason}`,
  );
  await services.acts.put({ at, requestId, act, before, after: [] });
  const addresses = addressesOf(filer);
  for (const { place } of found) {
    await services.suppression.lift(addresses[place]!, { at, requestId, by: act.by, why: act.why });
  }
  services.log.info('suppression-lifted', { filer: act.filerId, addresses: found.length });
  const what = found.length === 1 ? 'One address' : `${found.length} addresses`;
  return {
    done: true,
    message: `${what} of this filer may be mailed again, from the next email on. SES keeps a list of its own: docs/ops.md, "Who is never mailed".`,
  };
}

async function suppressedOf(
  filers: readonly Filer[],
  { suppression }: Pick<Services, 'suppression'>,
): Promise<SuppressedReport[]> {
  const found = await suppression.suppressed(filers.flatMap(addressesOf));
  return filers.flatMap((filer) =>
    addressesOf(filer).flatMap((address, index) => {
      const why = found.get(address);
      if (!why) return [];
      const { reason, detail, at, runId } = why;
      return [{ filerId: filer.filerId, place: index, reason, detail, at, runId }];
    }),
  );
}

/** The primary one first; '' where there is none, which nothing suppresses. */
function addressesOf({ email, secondaryEmails }: Filer): string[] {
  return [email ?? '', ...secondaryEmails];
}
