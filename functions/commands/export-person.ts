import type { Services } from '../aws/pick.ts';
import type { CommandResult, ExportPersonCommand } from '../domain/command.ts';
import { counted } from '../lib/count.ts';
import { type PersonData, type PersonServices, personData } from '../queries/person-data.ts';
import { type CommandContext, refused } from './command-context.ts';

/** The result of exporting a person's data. */
export interface ExportPersonResult extends CommandResult {
  readonly data?: PersonData;
}

/** Returns everything kept about one person, after recording the command. Stores nothing. */
export async function exportPerson(
  command: ExportPersonCommand,
  { services, requestId }: CommandContext<PersonServices & Pick<Services, 'auditLog' | 'clock' | 'log'>>,
): Promise<ExportPersonResult> {
  const { filerId } = command;
  const data = await personData(filerId, services);
  if (!data) return refused('no-such-filer', 'No roster or run includes this filer.');
  const at = services.clock.now().toString();
  await services.auditLog.put({ at, requestId, act: command, before: [], after: [] });
  services.log.info('person-exported', { filer: filerId });
  const { rosters, sends, suppressed, commands } = data;
  const message =
    `About this person: ${counted(rosters.length, 'roster version')}, ${counted(sends.length, 'email')}, ` +
    `${counted(suppressed.length, 'suppressed address', 'suppressed addresses')} and ` +
    `${counted(commands.length, 'command')}.`;
  return { done: true, message, data };
}
