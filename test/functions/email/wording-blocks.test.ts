import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { campaign } from '#campaign';
import { FULL_PLAN, SOMEONE, sampleInput } from '#email-samples';
import { PHASE_KINDS } from '../../../functions/domain/plan/kinds.ts';
import { planSchema } from '../../../functions/domain/plan/plan.ts';
import { letterOf } from '../../../functions/email/letter.ts';
import { blockHtml, blockText } from '../../../functions/email/wording-blocks.ts';
import { blocksOf } from '../../../functions/lib/clean.ts';

/** What the clerk types, and the blocks that it has, as HTML without styles. */
const TYPED: readonly [typed: string, html: string][] = [
  ['One line.', '<p>One line.</p>'],
  ['Two\nlines.\n\nAnother  paragraph.', '<p>Two<br>lines.</p><p>Another paragraph.</p>'],
  ['Bring:\r\n- the form\r\n- the fee\r\n', '<p>Bring:</p><ul><li>the form</li><li>the fee</li></ul>'],
  ['* one\n  more\n• two', '<ul><li>one<br>more</li><li>two</li></ul>'],
  ['1. Call.\n2) Wait.', '<ol><li>Call.</li><li>Wait.</li></ol>'],
  ['3. Call.\n\n4. Wait.', '<ol start="3"><li>Call.</li></ol><ol start="4"><li>Wait.</li></ol>'],
  ['- a\n1. b', '<ul><li>a</li></ul><ol><li>b</li></ol>'],
  ['2018. was a year\n-5 degrees', '<p>2018. was a year<br>-5 degrees</p>'],
  ['<b>Now</b> & "then"', '<p>&lt;b&gt;Now&lt;/b&gt; &amp; &quot;then&quot;</p>'],
  [' \n\n\t\n', ''],
];

const htmlOf = (typed: string) => blocksOf(typed).map(blockHtml).join('');
const bare = (html: string) => html.replaceAll(/ style="[^"]*"|\n/g, '');

describe('the wording of a court', () => {
  it.each(TYPED)('keeps lists and line breaks: %j', (typed, html) => {
    expect(bare(htmlOf(typed))).toBe(html);
  });

  it('says the same in HTML and text, and lets nothing through, whatever is typed', () => {
    const line = fc.stringMatching(/^(- |\d\. |\* )?[ -~]{0,30}$/);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const typed = lines.join('\n');
        const words = (text: string) => text.replaceAll(/[^A-Za-z0-9]+/g, '');
        const said: string[] = [];
        const tags = new Set<string>();
        const visit = (node: { type: string; name?: string; data?: string; children?: unknown[] }) => {
          if (node.type === 'text') said.push(node.data ?? '');
          if (node.name) tags.add(node.name);
          for (const child of node.children ?? []) visit(child as never);
        };
        visit(parseDocument(htmlOf(typed)) as never);
        for (const tag of tags) expect(['p', 'br', 'ul', 'ol', 'li']).toContain(tag);
        const unnumbered = blocksOf(typed).map((block) =>
          blockText(block.kind === 'list' ? { ...block, first: null } : block),
        );
        expect(words(said.join(''))).toBe(words(unnumbered.join('')));
      }),
    );
  });

  it('reaches the emails as it was typed', () => {
    const [section, member] = campaign.plan.wording[0]!;
    const wording = { [member!]: 'Bring:\n- the form\n- the fee\n\nAsk at the counter,\nfirst floor.' };
    const plan = planSchema.parse({ ...FULL_PLAN, [section!]: wording });
    const letters = PHASE_KINDS.map((kind) => letterOf(sampleInput(kind, SOMEONE, { plan })));
    const shown = letters.filter(({ text }) => text.includes('the form'));
    expect(shown.length).toBeGreaterThan(0);
    for (const { html, text } of shown) {
      expect(text).toContain('Bring:\n\n- the form\n- the fee\n\nAsk at the counter,\nfirst floor.\n');
      expect(bare(html)).toContain(
        '<p>Bring:</p><ul><li>the form</li><li>the fee</li></ul><p>Ask at the counter,<br>first floor.</p>',
      );
    }
  });
});
