/** The color schemes that an email is shown in. */
export const SCHEMES = ['light', 'dark'] as const;
/** A color scheme. */
export type Scheme = (typeof SCHEMES)[number];

/** The email as it looks in one scheme, whatever the viewer's own is. */
export function inScheme(html: string, scheme: Scheme): string {
  return html
    .replaceAll('@media (prefers-color-scheme:dark)', scheme === 'dark' ? '@media all' : '@media not all')
    .replaceAll('content="light dark"', `content="${scheme}"`)
    .replaceAll('color-scheme:light dark', `color-scheme:${scheme}`);
}
