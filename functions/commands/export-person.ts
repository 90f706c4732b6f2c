import type { Services } from '../aws/services.ts';
import type { CommandResult, ExportPersonCommand } from '../domain/audit.ts';
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
  if (!data) return refused('no-such-filer', 'No roster or run has this filer.');
  const at = services.clock.now().toString();
  await services.auditLog.put({ at, requestId, act: command, before: [], after: [] });
  services.log.info('person-exported', { filer: filerId });
  const { rosters, sends, suppressed, commands } = data;
  const message =
    `${rosters.length} roster versions, ${sends.length} sends, ${suppressed.length} suppressed addresses and ` +
    `${commands.length} commands are about this person.`;
  return { done: true, message, data };
}
