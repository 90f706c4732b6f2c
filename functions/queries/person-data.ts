import type { Services } from '../aws/pick.ts';
import type { AuditEntry } from '../domain/audit-entry.ts';
import type { Call, CallStatus } from '../domain/call.ts';
import type { Filer } from '../domain/filer/filer.ts';
import { askFiler, type ReportServices, type SendReport } from './send-reports.ts';
import { type SuppressedReport, suppressedOf } from './suppressed.ts';

/** Everything that is kept about one filer. Holds names and addresses: for that person, and those who answer them. */
export interface PersonData {
  readonly filerId: string;
  /** What each version of the roster says, oldest upload first. */
  readonly rosters: readonly {
    readonly version: string;
    readonly uploadedAt: string;
    readonly filer: Filer;
  }[];
  /** What was sent in each run, with every fact. */
  readonly sends: readonly SendReport[];
  /** Which of their addresses in any roster are never emailed, and why. */
  readonly suppressed: readonly SuppressedReport[];
  /** Calls to them with their notes, newest first. */
  readonly calls: readonly Call[];
  /** Who is to call them, and how far that is; `null`: nothing was noted. */
  readonly callStatus: CallStatus | null;
  /** Commands that name them, newest first. */
  readonly commands: readonly AuditEntry[];
}

/** What collecting them needs. */
export type PersonServices = ReportServices &
  Pick<Services, 'auditReader' | 'calls' | 'roster' | 'runs' | 'suppression'>;

const ENTRIES_AT_ONCE = 500;

/** Collects everything that is kept about one filer. @returns `null` when no roster and no run has them. */
export async function personData(filerId: string, services: PersonServices): Promise<PersonData | null> {
  const rosters: PersonData['rosters'][number][] = [];
  for (const { version, uploadedAt } of await services.roster.versions()) {
    const filer = (await services.roster.filersById(version, [filerId])).get(filerId);
    if (filer) rosters.push({ version, uploadedAt, filer });
  }
  const sends = await askFiler(services, filerId);
  const calls = await services.calls.ofFiler(filerId);
  if (rosters.length === 0 && sends.length === 0 && calls.length === 0) return null;
  const found = await Promise.all(rosters.map(({ filer }) => suppressedOf([filer], services)));
  // The same address in several versions is listed once.
  const suppressed = new Map(found.flat().map((one) => [`${one.place} ${one.at}`, one]));
  const commands = await Array.fromAsync(commandsOn(filerId, services));
  const callStatus = await services.calls.callStatus(filerId);
  return { filerId, rosters, sends, suppressed: [...suppressed.values()], calls, callStatus, commands };
}

async function* commandsOn(
  filerId: string,
  { auditReader }: Pick<Services, 'auditReader'>,
): AsyncIterable<AuditEntry> {
  let before: string | undefined;
  for (;;) {
    const entries = await auditReader.entries(ENTRIES_AT_ONCE, before);
    yield* entries.filter((entry) => JSON.stringify(entry).includes(filerId));
    const last = entries.at(-1);
    if (!last || entries.length < ENTRIES_AT_ONCE) return;
    before = `${last.at}#${last.requestId}`;
  }
}
