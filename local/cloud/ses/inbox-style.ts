/** Style of the inbox: readable on a phone and a wide screen, by day and by night. */
export const INBOX_STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #565c65; --line: #dfe1e2; --paper: #fff; --back: #f4f5f6; --link: #005ea2; --mark: #e1f3f8; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f0f0f0; --soft: #a9aeb1; --line: #3d4551; --paper: #1c1d1f; --back: #121314; --link: #73b3e7; --mark: #1b3440; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--back); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
main, header { max-width: 64rem; margin: 0 auto; padding: 0 1rem; }
header { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding-block: 1.25rem .75rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0; flex: 1 1 14rem; overflow-wrap: anywhere; }
a { color: var(--link); }
a:focus-visible, input:focus-visible, button:focus-visible, iframe:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
p.note { color: var(--soft); margin: 0 0 1rem; }
form { display: flex; gap: .5rem; flex: 0 1 24rem; }
input { flex: 1; min-width: 0; }
input, button { font: inherit; padding: .5rem .75rem; min-height: 2.75rem; border: 1px solid var(--soft); border-radius: .25rem; background: var(--paper); color: inherit; }
button { cursor: pointer; }
.card { background: var(--paper); border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; margin-bottom: 1rem; }
ol.mails { list-style: none; margin: 0; padding: 0; }
ol.mails li + li { border-top: 1px solid var(--line); }
ol.mails a { display: grid; grid-template-columns: minmax(0, 15rem) minmax(0, 1fr) auto; gap: .125rem 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none; }
ol.mails a:hover { background: var(--mark); }
ol.mails .who, ol.mails .what { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
ol.mails .what { font-weight: 600; }
ol.mails .when, .tag { color: var(--soft); font-size: .875rem; font-variant-numeric: tabular-nums; }
.empty { padding: 3rem 1rem; text-align: center; color: var(--soft); }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; padding-bottom: 2rem; }
nav a, .views a { display: inline-block; padding: .5rem 0; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem 1rem; margin: 0; padding: 1rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.views { display: flex; gap: 0 1.25rem; flex-wrap: wrap; margin-bottom: .5rem; }
.views [aria-current] { color: inherit; font-weight: 600; text-decoration: none; }
iframe { display: block; width: 100%; height: 75vh; min-height: 30rem; border: 0; background: #fff; }
pre { margin: 0; padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; font: .875rem/1.5 ui-monospace, monospace; }
@media (max-width: 40rem) {
  ol.mails a { grid-template-columns: minmax(0, 1fr) auto; }
  ol.mails .what { grid-column: 1 / -1; grid-row: 2; white-space: normal; }
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-bottom: .5rem; }
}
`;
