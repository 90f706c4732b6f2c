import { type ConfigData, HtmlValidate, StaticConfigLoader } from 'html-validate';

const RULES: ConfigData = {
  extends: ['html-validate:standard', 'html-validate:a11y'],
  rules: {
    // The court's name in it is longer than a browser's tab.
    'long-title': 'off',
    // Templates leave spaces where a part is left out.
    'no-trailing-whitespace': 'off',
    // Roles that old screen readers need said.
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    // Where a page leads on automatically, at once.
    'meta-refresh': ['error', { allowLongDelay: false }],
  },
};

/** Puts the configuration together once, not for each page: that is half of a check. */
class OneConfig extends StaticConfigLoader {
  readonly #config = super.getConfigFor('');

  override getConfigFor() {
    return this.#config;
  }
}

const validator = new HtmlValidate(new OneConfig(RULES));

/** A page is no larger than this, styles apart. */
const MAX_BYTES = 100_000;

/** What is wrong with a page of the console: invalid or hard to reach, too large, or with what the policy forbids. */
export async function problemsOf(html: string): Promise<string[]> {
  // Without scripts, a page that shows progress loads itself again.
  const { results } = await validator.validateString(html.replace(/<noscript>.*?<\/noscript>/, ''));
  const invalid = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line }) => `${line}: ${ruleId}: ${message}`),
  );
  const size = Buffer.byteLength(html);
  const headings = html.match(/<h1[\s>]/g)?.length ?? 0;
  return [
    ...invalid,
    ...(size > MAX_BYTES ? [`too large: ${size} bytes`] : []),
    ...(headings === 1 ? [] : [`${headings} headings of the first rank`]),
    ...(tagsOf(html).some(isInline) ? ['inline script or style'] : []),
    ...(/\b(undefined|NaN|\[object )/.test(html) ? ['a value that is none'] : []),
  ];
}

/** The tags of a page with the names of their attributes: what is text, or a value, is a person's. */
function tagsOf(html: string): string[] {
  return (html.match(/<[a-z][^>]*>/g) ?? []).map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));
}

function isInline(tag: string): boolean {
  return /^<script(?!.* src=)|^<style|\sstyle=|\son[a-z]+=/.test(tag);
}
