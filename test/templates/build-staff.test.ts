import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildStaffTemplates } from '../../templates/build-staff.ts';

const BEFORE = '// the module before\n';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crier-staff-'));
  out = join(folder, 'built.js');
  await cp('templates/staff', folder, { recursive: true });
  await writeFile(out, BEFORE);
});
afterEach(() => rm(folder, { recursive: true }));

/** What the build says when a text of a file is another; the folder's name is left out. */
async function problemsWith(file: string, text: string, other: string): Promise<string[]> {
  const path = join(folder, file);
  const before = await readFile(path, 'utf8');
  expect(before).toContain(text);
  await writeFile(path, before.replaceAll(text, other));
  const error = await buildStaffTemplates({ folder, out }).then(
    () => null,
    (cause: Error) => cause,
  );
  const [head, ...lines] = error?.message.split('\n') ?? [];
  expect(head).toBe('Cannot build the notices to staff because they must be without error:');
  expect(await readFile(out, 'utf8')).toBe(BEFORE);
  return lines.map((line) => line.replace(/^.*?(?=messages\/|partials\/)/, ''));
}

describe('buildStaffTemplates', () => {
  it('builds the notices, and does nothing when nothing has changed', async () => {
    await buildStaffTemplates({ folder, out });
    const built = await readFile(out, 'utf8');
    expect(built).toContain('export const staffTemplates = {"messages": {"digest"');
    await writeFile(out, `${built}// not built again\n`);
    await buildStaffTemplates({ folder, out });
    expect(await readFile(out, 'utf8')).toMatch(/\/\/ not built again\n$/);
  });

  const WRONG: [what: string, file: string, text: string, other: string, ...problems: string[]][] = [
    [
      'Markdown that is left over',
      'messages/digest.md',
      '\n{{goal.text}}\n',
      '\n{{goal.text}} **Now\n',
      'messages/digest.md:14: "**" is left in the output: "has been activated yet. **Now" (digest, with nothing)',
    ],
    [
      'a double space',
      'messages/weekly.md',
      'It never names',
      'It  never names',
      'messages/weekly.md:30: a double space is left in the output: "is sent each week. It  never names a filer. The" (weekly, with nothing)',
    ],
    [
      'undefined in a partial of HTML',
      'partials/phases.html.hbs',
      'No phase is',
      'No undefined is',
      'partials/phases.html.hbs:1: "undefined" is left in the output: "No undefined is scheduled." (weekly, with nothing)',
    ],
    [
      'bold text that is empty for one case only',
      'partials/phases.html.hbs',
      '{{status}}</td>',
      '{{status}}<strong>{{emails}}</strong></td>',
      'partials/phases.html.hbs:1: a bold text is empty: "Scheduled" (weekly, with everything)',
    ],
    [
      'Markdown in a partial of plain text',
      'partials/needs.txt.hbs',
      'Nothing needs',
      '**Nothing needs',
      'partials/needs.txt.hbs:13: "**" is left in the output: "**Nothing needs your att" (digest, with nothing)',
    ],
    [
      'a heading with nothing below it',
      'messages/weekly.md',
      '## Phases',
      '## Phases\n\n## More',
      'messages/weekly.md:20: a heading has nothing below it: "Phases" (weekly, with nothing)',
    ],
    [
      'a list without its start',
      'messages/urgent.md',
      '{{> needs}}',
      '{{> needs}}\n\nThen:\n\n4. Act.',
      'messages/urgent.md:8: a list starts at 4: "Then:" (urgent, with everything)',
    ],
    [
      'a name that notices do not have',
      'messages/digest.md',
      'subject: "{{launch}}',
      'subject: "{{launches}}',
      'messages/digest.md:3: unknown name "launches"',
    ],
    [
      'a name inside each',
      'partials/states.txt.hbs',
      '{{filers}}',
      '{{launch}}',
      'partials/states.txt.hbs:2: unknown name "launch": inside each there is only "title", "text", "link", "day", "reached", "of", "percent", "name", "filers", "when", "status", "emails", "counted"',
    ],
    [
      'raw HTML',
      'messages/urgent.md',
      '[Open the',
      '<b>[Open the',
      'messages/urgent.md:8: HTML isn\'t allowed, write Markdown: "<b>"',
    ],
  ];

  it.each(WRONG)(
    'refuses %s by file and line, and leaves the module alone',
    async (_what, file, text, other, ...problems) => {
      expect(await problemsWith(file, text, other)).toEqual(problems);
    },
  );
});
