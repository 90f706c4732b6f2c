/**
 * Inline styles of the emails: some mail programs drop the style sheet in the head. What only a sheet can say (dark
 * colors, narrow screens) is in the layout. Colors follow the U.S. Web Design System.
 */
const SANS = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const SERIF = "Georgia,'Times New Roman',serif";

/** The styles by element, or by the name of a part: `box`, `button`, `address`. */
const STYLES: Readonly<Record<string, string>> = {
  h1: `margin:0 0 20px;font:bold 26px/1.25 ${SERIF};color:#162e51`,
  h2: `margin:32px 0 8px;font:bold 19px/1.35 ${SERIF};color:#162e51`,
  h3: `margin:24px 0 8px;font:bold 17px/1.4 ${SANS};color:#162e51`,
  p: 'margin:0 0 14px',
  ul: 'margin:0 0 14px;padding:0 0 0 24px',
  ol: 'margin:0 0 14px;padding:0 0 0 24px',
  li: 'margin:0 0 8px',
  a: 'color:#005ea2;text-decoration:underline',
  phone: 'color:#005ea2;text-decoration:underline;white-space:nowrap',
  address: 'color:#565c65;word-break:break-word',
  box: 'margin:0 0 20px;padding:16px 20px 6px;background-color:#eff6fb;border-left:5px solid #005ea2',
  button:
    'display:inline-block;margin:4px 0 6px;padding:12px 20px;background-color:#005ea2;color:#ffffff;font-weight:bold;' +
    'text-decoration:none;border-radius:4px',
  hr: 'margin:28px 0;border:0;border-top:1px solid #a9aeb1',
};

/** @returns ` style="…"`, or nothing when the element needs none */
export function styleOf(name: string): string {
  const style = STYLES[name];
  return style ? ` style="${style}"` : '';
}
