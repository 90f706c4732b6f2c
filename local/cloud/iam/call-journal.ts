import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FunctionCall } from './access.ts';

/** The environment variable that names a folder: there, each process notes the calls of functions, for CI. */
export const CALL_JOURNAL = 'CRIER_CALLS';

/** A launch's own names in the names of its resources. */
interface LaunchNames {
  readonly name: string;
  /** Domain that emails come from. */
  readonly sender: string;
  /** Tables attached after a restore, by the ids of those that they replace. @default none */
  readonly restoredTables?: Readonly<Record<string, string | undefined>> | undefined;
}

/** In the place of a launch's own names: calls of several launches are about the same resources. */
export const ANY_LAUNCH: LaunchNames = { name: 'launch', sender: 'sender.example.gov' };

/**
 * Appends each new kind of call to a file of this process, a line of JSON each.
 * @param folder `undefined`: nothing is noted.
 */
export function callJournal(
  folder: string | undefined,
  launch: LaunchNames,
): ((call: FunctionCall) => void) | undefined {
  if (!folder) return undefined;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${process.pid}.jsonl`);
  return (call) => {
    const kind = `${folder} ${kindOf(call)}`;
    if (kinds.has(kind)) return;
    kinds.add(kind);
    appendFileSync(file, `${JSON.stringify(withoutNames(call, launch))}\n`);
  };
}

/** Noted already by this process, whichever of its clouds saw them. */
const kinds = new Set<string>();

function withoutNames(call: FunctionCall, { name, sender, restoredTables = {} }: LaunchNames): FunctionCall {
  const text = Object.entries(restoredTables)
    .reduce(
      (all, [id, restored]) => (restored ? all.replaceAll(restored, `crier-${name}-data-${id}`) : all),
      JSON.stringify(call),
    )
    .replaceAll(sender, ANY_LAUNCH.sender)
    .replaceAll(`crier-${name}`, `crier-${ANY_LAUNCH.name}`);
  return JSON.parse(text);
}

/** Calls that differ in an object's name or a sender's address only are of one kind. */
function kindOf({ functionId, action, resource, isAllowed }: FunctionCall): string {
  const place = resource.replace(/^(arn:aws:s3:::[^/]+\/(?:(?:inbox|reports)\/)?[^/]*\/).*/, '$1');
  return JSON.stringify([functionId, action, place, isAllowed]);
}
