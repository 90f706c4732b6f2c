import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { MESSAGES } from '../../functions/domain/plan/kinds.ts';
import { composerOf } from '../../functions/email/compose.ts';
import { publicPageWith } from '../../functions/email/public-page.ts';
import { type Renderer, rendererOf, type TemplateSpecs } from '../../functions/email/render.ts';
import { buildTemplates } from '../../templates/build.ts';
import { faultsOf, placed } from '../../templates/compile/check-renders.ts';
import { readMessage } from '../../templates/compile/front-matter.ts';
import { type Scenario, scenarios } from '../../templates/compile/scenarios.ts';
import { readLaunch } from '../../templates/tools/read-launch.ts';
import { sampleInput } from '../support/email/people.ts';

let folder: string;
let out: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'crier-templates-'));
  out = join(folder, 'built.js');
});
afterEach(() => rm(folder, { recursive: true }));

/** Builds with a launch's own partial and gives the renderer. */
async function buildWith(partial: string, text: string) {
  await writeFile(join(folder, `${partial}.md`), text);
  await buildTemplates({ overrides: folder, out });
  const { templates } = (await import(pathToFileURL(out).href)) as { templates: TemplateSpecs };
  return rendererOf(templates);
}

describe('buildTemplates', () => {
  it("takes a launch's own partial instead of ours, in emails and on the page", async () => {
    const render = await buildWith(
      'closing',
      'Sincerely,\\\nThe Clerk of **{{court.theName}}**, [online](https://www.nysb.uscourts.gov)\n',
    );
    const { text, html } = await composerOf(render)(sampleInput('notice', 'legacy'));
    expect(text).toContain('Sincerely,\nThe Clerk of the United States Bankruptcy Court');
    expect(html).toContain('The Clerk of <strong>the United States Bankruptcy Court');
    const { plan, at } = sampleInput('notice', 'legacy');
    expect(publicPageWith(render, { plan, at })).toContain('NextGen CM/ECF will start on October 22, 2018');
    // Built again where other domains are allowed, to which its link doesn't lead.
    const elsewhere = buildTemplates({ overrides: folder, out, linkDomains: ['example.gov'] });
    await expect(elsewhere).rejects.toThrow('a link must lead to example.gov by https');
  });

  it("builds the example's own partial, which its emails close with", async () => {
    const { plan, render } = await readLaunch('examples/nysb-2018/launch.json');
    const { text } = await composerOf(render)({ ...sampleInput('notice', 'legacy'), plan });
    expect(text.trimEnd().endsWith(`Sincerely,\nThe Clerk's Office\n${plan.court.sender.name}`)).toBe(true);
  });

  const WRONG: [what: string, partial: string, text: string, line: number, message: string][] = [
    [
      'an unknown name',
      'help',
      'Fine.\n\nCall {{helpDesk.telephone}}.\n',
      3,
      'unknown name "helpDesk.telephone"',
    ],
    [
      'a misspelt name',
      'help',
      '\nOn {{goLive.at}}.\n',
      2,
      'unknown name "goLive.at": did you mean "launch.goLive.at"?',
    ],
    ['an unknown condition', 'help', '{{#if is.frim}}\nx\n{{/if}}\n', 1, 'unknown name "is.frim"'],
    [
      'a name inside each',
      'help',
      '{{#each wording.deadlines}}\n{{court.name}}\n{{/each}}\n',
      2,
      'unknown name "court.name": inside each there is only "this"',
    ],
    ['a missing partial', 'help', 'a\n\n{{> helpp}}\n', 3, 'no partial is called "helpp"'],
    ['an unbalanced block', 'help', 'a\n{{#if is.firm}}\nb\n', 4, 'cannot be read: '],
    ['a block closed by another', 'help', 'a\n{{#if is.firm}}\nb\n{{/unless}}\n', 2, 'cannot be read: '],
    [
      'an unknown block',
      'help',
      '{{#when is.firm}}\nb\n{{/when}}\n',
      1,
      'no block is called "when": use if, unless or each',
    ],
    ['an unescaped value', 'help', 'a {{{filer.name}}}\n', 1, 'values must be escaped'],
    ['raw HTML', 'help', 'a\n\n<b>b</b>\n', 3, 'HTML isn\'t allowed, write Markdown: "<b>"'],
    [
      'a picture',
      'help',
      'a\n\n![x](https://www.nysb.uscourts.gov/x.png)\n',
      3,
      'an email cannot show a image',
    ],
    ['a quotation', 'help', 'a\n\n> b\n', 3, 'an email cannot show a blockquote'],
    [
      'a strange link',
      'help',
      '[x](https://uscourts.gov.example.com)\n',
      1,
      'a link must lead to uscourts.gov by https',
    ],
    [
      'a link without https',
      'help',
      '[x](http://www.uscourts.gov)\n',
      1,
      'a link must lead to uscourts.gov by https',
    ],
    ['a partial of no such name', 'halp', 'x\n', 1, 'no partial is called "halp": a launch can override '],
    [
      'a section in another',
      'help',
      '::: section help Help\n::: section more More\nx\n:::\n:::\n',
      2,
      'a section must not be in another: "more" is in "help"',
    ],
    [
      'a section that shows another',
      'help',
      '::: section help Help\n{{> genuine}}\n:::\n',
      1,
      'a section must not hold another: "help" shows "genuine"',
    ],
    [
      'a section without an end',
      'help',
      '\n::: section help Help\nx\n',
      2,
      'the section "help" must end with a line ":::"',
    ],
    [
      'a name for two sections',
      'help',
      '::: section closing Help\nx\n:::\n',
      1,
      'a section must have a name of its own: "closing" is in ',
    ],
    ['a partial that shows itself', 'help', 'x\n\n{{> help}}\n', 1, 'cannot be rendered: Maximum call stack'],
  ];

  it.each(WRONG)(
    'refuses %s by file and line, and leaves the module alone',
    async (_what, partial, text, line, message) => {
      await writeFile(out, '// the module before\n');
      const file = join(folder, `${partial}.md`);
      const error = await buildWith(partial, text).then(
        () => null,
        (cause: Error) => cause,
      );
      const lines = error?.message.split('\n') ?? [];
      expect(lines[0]).toBe('Cannot build the templates because they must be without error:');
      const where = message.startsWith('cannot be rendered')
        ? /^templates\/[\w-]+\/messages\//
        : /built|crier-templates-/;
      expect(lines[1]).toMatch(where);
      expect(lines[1]).toContain(`.md:${line}: ${message}`);
      expect(await readFile(out, 'utf8')).toBe('// the module before\n');
      expect(file).toContain(partial);
    },
  );

  const NOTICE = '---\nlabel: a\nsubject:\n  upgrade: b\n  otherwise: c\npreview: d\n---\nx\n';

  const LEFT = `Fine.

::: section help Help
**Open {{#if is.mustAct}}now** at once{{/if}}

Write {{#unless is.mustAct}}to us {{/unless}} or call.

Stars ** alone** here.

Words [of a link] (https://www.nysb.uscourts.gov).

On **{{change.previous}}** it was.

##Heading

Do this:
2. Second.

### {{why.account}}

### Nothing below

### {{step.individual}}. Step

It is {{court.name}} .

1. One
{{#if court.name}}
3. Three
{{/if}}

A tick \`.

{{#if court.name}}
- a
{{/if}}
{{#if court.name}}
- b
{{/if}}
:::
`;

  /** What the build says about it, each with the line in it. */
  const LEFT_PROBLEMS = [
    '4: a <strong> is not closed: "Open" (notice, inactive, first, exact)',
    '6: a double space is left in the output: "Write  or call." (public-notice, exact)',
    '8: "**" is left in the output: "Stars ** alone** here." (public-notice, exact)',
    '10: "] (" is left in the output: "Words [of a link] (https://www.nysb.usco" (public-notice, exact)',
    '12: a bold text is empty: "On" (public-notice, exact)',
    '12: a double space is left in the output: "On  it was." (public-notice, exact)',
    '14: "##" is left in the output: "##Heading" (public-notice, exact)',
    '17: an item of a list is outside its list: "Do this: 2. Second." (public-notice, exact)',
    '19: a heading is empty: "Do this: 2. Second." (public-notice, exact)',
    '19: a heading has nothing below it: "Do this: 2. Second." (public-notice, exact)',
    '21: a heading has nothing below it: "Nothing below" (public-notice, exact)',
    '23: a heading has the number of a step that its reader does not have: "0. Step" (notice, inactive, first, exact)',
    '25: a space is left before a punctuation mark: "It is Any Court ." (public-notice, exact)',
    '27: a list is cut in two: "One" (public-notice, exact)',
    '27: a list starts at 3: "One" (public-notice, exact)',
    '32: "`" is left in the output: "A tick `." (public-notice, exact)',
    '35: a list is cut in two: "a" (public-notice, exact)',
  ];

  it('refuses what is left over, empty or cut in any rendering, with its line', async () => {
    const error = await buildWith('help', LEFT).then(
      () => null,
      (cause: Error) => cause,
    );
    const [, ...lines] = error?.message.split('\n') ?? [];
    expect(lines.map((line) => line.slice(line.indexOf('help.md:') + 8))).toEqual(LEFT_PROBLEMS);
  });

  it('names the line of the front matter, by case', () => {
    const messages = [readMessage({ name: 'notice', file: 'notice.md', text: NOTICE })];
    const render: Renderer = (name, { case: { upgrade } }) => {
      if (name !== 'notice') return { subject: 'a', preview: 'b', html: '', text: '' };
      const [subject, preview] = upgrade ? ['Upgrade **now', 'b'] : ['a', 'On , you'];
      return { subject, preview, html: `<title>${subject}</title><p>${preview}</p>`, text: preview };
    };
    const all = [
      ...messages,
      ...MESSAGES.map((name) => readMessage({ name, file: `${name}.md`, text: NOTICE })),
    ];
    const trial = {
      render: ({ message, model }: Scenario) => render(message, model),
      messages: all,
      places: [],
    };
    const problems = placed(faultsOf(scenarios(), trial), trial);
    expect(problems.map(({ file, line, message }) => `${file}:${line}: ${message.split(' (')[0]}`)).toEqual([
      'notice.md:4: "**" is left in the output: "Upgrade **now"',
      'notice.md:6: a space is left before a punctuation mark: "On , you"',
    ]);
  });

  it('names all problems at once', async () => {
    await writeFile(join(folder, 'paa.md'), '{{nope}}\n');
    await expect(buildWith('help', 'a\n{{no}}\n\n{{> none}}\n')).rejects.toThrow(
      /help\.md:2.*\n.*help\.md:4.*\n.*paa\.md:1/,
    );
  });

  it('does nothing when nothing has changed', async () => {
    // The suite has built it: `build-templates.ts`.
    const text = await readFile(`campaigns/${campaign.name}/templates.generated.js`, 'utf8');
    await writeFile(out, `${text}// touched`);
    await buildTemplates({ out });
    expect(await readFile(out, 'utf8')).toBe(`${text}// touched`);
  });
});
