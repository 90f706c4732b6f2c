import type { Template } from './compare-templates.ts';
import type { AccountFacts, Finding, LaunchFacts, RestoredTable, TableShape } from './facts.ts';
import { finding, missing, ok, type Saying } from './finding.ts';

/** Whether restored tables have what a restore doesn't bring back. No finding if there are none. */
export function tableChecks({ restored }: AccountFacts, { tables }: LaunchFacts): Finding[] {
  if (restored.known && restored.value.length === 0) return [];
  return [finding('Restored tables', restored, (found) => tablesSaying(found, tables))];
}

function tablesSaying(found: readonly RestoredTable[], tables: LaunchFacts['tables']): Saying {
  const steps = found.flatMap((table) =>
    [...lacks(table, tables[table.id]!)].map((what) => `${table.name}: ${what}`),
  );
  if (steps.length === 0) return ok(`${found.length} have every setting that a restore leaves out`);
  return missing(
    'some lack settings that a restore leaves out: docs/restore.md, "Restore the tables"',
    ...steps,
  );
}

function* lacks({ found }: RestoredTable, { indexes, timeToLive }: TableShape): Iterable<string> {
  if (found === null) return yield 'no such table';
  if (!found.isActive) yield 'it is still being restored: wait';
  const absent = indexes.filter((index) => !found.indexes.includes(index));
  if (absent.length > 0) yield `restore it again with its indexes: it lacks ${absent.join(' and ')}`;
  if (!found.isProtected) yield 'turn on deletion protection';
  if (!found.isRecoverable) yield 'turn on point-in-time recovery';
  if (timeToLive !== found.timeToLive) yield `turn on time to live, with the attribute ${timeToLive}`;
}

interface TableProperties {
  readonly GlobalSecondaryIndexes?: readonly { readonly IndexName: string }[];
  readonly TimeToLiveSpecification?: { readonly AttributeName: string };
}

/** What each table of the data stack has, by id. */
export function tableShapes({ Resources }: Template): Readonly<Record<string, TableShape>> {
  const tables = Object.entries(Resources).filter(([, { Type }]) => Type === 'AWS::DynamoDB::Table');
  return Object.fromEntries(
    tables.map(([id, { Properties }]) => {
      const { GlobalSecondaryIndexes = [], TimeToLiveSpecification } = Properties as TableProperties;
      const indexes = GlobalSecondaryIndexes.map(({ IndexName }) => IndexName);
      return [id, { indexes, timeToLive: TimeToLiveSpecification?.AttributeName ?? null }];
    }),
  );
}
