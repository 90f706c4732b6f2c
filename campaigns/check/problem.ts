/** A table of a campaign that has a file of its own. */
export type Table = 'columns' | 'states' | 'statusRules' | 'verdictRules' | 'kinds' | 'plan' | 'email';

/** What is wrong with a row, before its file is known. */
export interface Found {
  readonly table: Table;
  /** `state "linked"` */
  readonly row: string;
  /** A clause: `no rule gives it`. */
  readonly found: string;
  /** What to do, or what the rule is: a clause that fits after a semicolon. */
  readonly expected: string;
}

/** What a campaign must fit in with. */
export interface Surroundings {
  /** Files in the campaign's folder: `states.ts`. */
  readonly files: readonly string[];
  /** Names of the campaign's message templates, and of the messages that every campaign has beyond its kinds. */
  readonly templates: readonly string[];
  readonly messages: readonly string[];
  /** The engine's own columns with the further headers understood as each. */
  readonly columns: Readonly<Record<string, readonly string[]>>;
  /** Makes headers and values comparable: case, spaces and signs don't count. */
  readonly comparable: (text: string) => string;
  /** A filer of whom nothing is known. */
  readonly blank: object;
}

/** `"a", "b"` */
export function quoted(names: Iterable<string>): string {
  return [...names].map((name) => `"${name}"`).join(', ');
}
