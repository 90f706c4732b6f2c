import { describe, expect, it } from 'vitest';
import { Html, html } from '../../../local/lib/html.ts';

describe('html', () => {
  it('escapes what is put in', () => {
    const name = `<script>alert("x")</script> & 'co'`;
    expect(html`<p title="${name}">${name}</p>`.source).toBe(
      '<p title="&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;">' +
        '&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt; &amp; &#39;co&#39;</p>',
    );
  });

  it('takes HTML and lists of HTML as they are', () => {
    const items = ['a', '<b>'].map((item) => html`<li>${item}</li>`);
    expect(html`<ul>${items}</ul>${new Html('<hr>')}${7}`.source).toBe(
      '<ul><li>a</li><li>&lt;b&gt;</li></ul><hr>7',
    );
  });
});
