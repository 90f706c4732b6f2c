import { table } from '../../../docs/guides/markdown.ts';
import { type AttackTitle, attackTitles, titlePattern } from './attack-titles.ts';

/** A test of Vitest's JSON report. */
export interface ReportedTest {
  /** From the repository's root. */
  readonly file: string;
  /** Titles of its groups and its own. */
  readonly titles: readonly string[];
  readonly status: string;
}

/** The page that has the table, and what is around it. */
export const PAGE = 'docs/security.md';
export const [BEGIN, END] = ['<!-- npm run attacks -->', '<!-- end of the attacks -->'];
/** The table's head. */
export const HEAD = ['attack', 'test', 'tried', 'held'] as const;

/** What the tests tried and what held, as a paragraph and a table. */
export function attackTable(tests: readonly ReportedTest[]): string {
  const rows = attackTitles().map((attack) => ({
    attack,
    tests: tests.filter((test) => isOf(test, attack)),
  }));
  const all = [...new Set(rows.flatMap((row) => row.tests))];
  const held = all.filter(({ status }) => status === 'passed').length;
  const cells = rows.map(({ attack: { title, file }, tests: own }) => [
    title.replaceAll('|', '\\|').replaceAll('<', '&lt;'),
    `\`${file}\``,
    String(own.length),
    String(own.filter(({ status }) => status === 'passed').length),
  ]);
  return `${rows.length} kinds of attack: ${all.length} tried, ${held} held.\n\n${table(HEAD, cells)}`;
}

function isOf({ file, titles }: ReportedTest, attack: AttackTitle): boolean {
  const pattern = titlePattern(attack.title);
  return file === attack.file && titles.some((title) => pattern.test(title));
}
