import { describe, expect, it } from 'vitest';
import { localPage } from '../../../local/lib/local-page.tsx';

const NASTY = `<script>alert("x")</script> & 'co'`;
const ESCAPED = '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;';

describe('localPage', () => {
  const page = localPage({ title: NASTY, name: NASTY, body: NASTY, links: [{ href: NASTY, label: NASTY }] });

  it('escapes what is put in', () => {
    expect(page).toContain(`<title>${ESCAPED}</title>`);
    expect(page).toContain(`<a href="${ESCAPED}">${ESCAPED}</a>`);
    expect(page).not.toContain('<script>');
  });

  it('asks for no file', () => {
    expect(page).toContain('.usa-table');
    expect(page).not.toMatch(/@font-face|@import|url\("?(?:\.|\/|https?:)/);
  });

  it('runs a script and loads itself again only when told to', () => {
    expect(page).not.toContain('http-equiv="refresh"');
    const other = localPage({ title: 'x', body: 'x', script: 'const x = 1 < 2;', refreshSeconds: 1 });
    expect(other).toContain('<script>const x = 1 < 2;</script>');
    expect(other).toContain('<meta http-equiv="refresh" content="1">');
  });
});
