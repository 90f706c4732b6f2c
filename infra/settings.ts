import type * as z from 'zod';
import { examplePlan } from '../examples/example.ts';
import { type Finding, shown, valueAt } from '../functions/domain/plan/problem.ts';
import { schemaProblems } from '../functions/domain/plan/schema-problems.ts';
import type { SettingsFile } from './settings-file.ts';
import { checkedSettings, type Settings, settingsSchema } from './settings-schema.ts';

export type { Settings } from './settings-schema.ts';

/** The campaign's example launch, built when there are no settings. */
export function exampleLaunch(): Pick<Settings, 'name' | 'sender'> {
  const { name, court } = examplePlan();
  return { name, sender: court.sender.address.split('@').at(-1)! };
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Completes and checks the settings of a launch.
 * @param lookUp Answers a setting that is given beside the file, and wins over it; `undefined` when it isn't.
 * @throws Error naming everything that is wrong: where, what is expected, and what was found.
 */
export function settingsFrom(lookUp: (key: string) => unknown, file: SettingsFile | null = null): Settings {
  const beside = defined(Object.keys(settingsSchema.shape).map((key) => [key, readValue(key, lookUp(key))]));
  const given = { ...file?.values, ...beside };
  // A file without a name is a mistake: it must not deploy the example.
  const named = file === null && given.name === undefined ? { ...exampleLaunch(), ...given } : given;
  const answer = checkedSettings.safeParse(named);
  if (answer.success && !file?.repeated.length) return answer.data;
  const wrong = [...(file?.repeated ?? []), ...findings(answer.error?.issues ?? [], named)];
  const texts = wrong.map(({ at, message, found }) => {
    const isOfFile = file !== null && !Object.hasOwn(beside, String(at[0]));
    const place = isOfFile ? `${file.path}:${file.lineOf(at)} ` : '';
    return `${place}${at.join('.')} ${message}: found ${found}`;
  });
  throw new Error(`Cannot build the launch because ${texts.join('; and ')}`);
}

function findings(issues: readonly z.core.$ZodIssue[], value: Values): Finding[] {
  const own = issues.filter(({ code }) => code === 'custom');
  return [
    ...schemaProblems(
      issues.filter((issue) => !own.includes(issue)),
      { schema: settingsSchema, value },
    ),
    ...own.map(({ path, message }) => ({ at: path, message, found: shown(valueAt(value, path)) })),
  ];
}

/** On the command line every value is text: a number and a list, separated by commas, are read from it. */
function readValue(key: string, given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const schema = settingsSchema.shape[key as keyof Settings];
  const number = Number(given);
  const readings = [given, number, given.split(',').map((one) => one.trim())];
  const fallback = Number.isFinite(number) ? number : given;
  return readings.find((reading) => schema.safeParse(reading).success) ?? fallback;
}

function defined(entries: readonly (readonly [string, unknown])[]): Values {
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}
