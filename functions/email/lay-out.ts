/**
 * Private-use characters with which a text template marks what only the finished letter can lay out.
 * Values can't hold them: `clean` takes them out.
 */
export const MARKS = {
  /** Before a heading, which is underlined. */
  heading: '\ue0f0',
  /** A line break inside a paragraph or list item; what follows keeps the indentation. */
  break: '\ue0f2',
  /** Alone on a line: the box with the one action begins, ends. */
  boxStart: '\ue0f3',
  boxEnd: '\ue0f4',
} as const;

/** A letter's lines are at most this long: quoted-printable leaves them whole. Only an address can be longer. */
export const WIDTH = 74;

/**
 * Lays a rendered text template out as a letter: paragraphs and list items wrapped with their indentation,
 * headings underlined, the action box set in, one blank line between blocks.
 */
export function layOut(text: string): string {
  const lines: string[] = [];
  let boxed = '';
  for (const line of text.split('\n')) {
    if (line === MARKS.boxStart) boxed = '    ';
    else if (line === MARKS.boxEnd) boxed = '';
    else if (line.trim() === '') lines.push('');
    else lines.push(...block(line, boxed));
  }
  return `${lines
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function block(line: string, indent: string): string[] {
  if (line.startsWith(MARKS.heading)) {
    const wrapped = wrap(line.slice(1), { first: '', rest: '' });
    return ['', ...wrapped, '-'.repeat(Math.max(...wrapped.map((each) => each.length))), ''];
  }
  const [, space = '', mark = ''] = /^(\s*)((?:-|\d+\.) )?/.exec(line) ?? [];
  const hanging = indent + ' '.repeat(space.length + mark.length);
  return line
    .slice(space.length + mark.length)
    .split(MARKS.break)
    .flatMap((part, at) => wrap(part, { first: at === 0 ? indent + space + mark : hanging, rest: hanging }));
}

/**
 * Breaks at spaces, with what the first line and the others begin with; a word too long for a line gets a line of its
 * own, since it is an address or a name.
 */
function wrap(text: string, { first, rest }: { first: string; rest: string }): string[] {
  const lead = text.slice(0, text.length - text.trimStart().length);
  const lines: string[] = [];
  let left = text.trim().replaceAll(/ {2,}/g, ' ');
  let indent = first + lead;
  for (;;) {
    const room = WIDTH - indent.length;
    const before = left.length > room ? left.lastIndexOf(' ', room) : -1;
    const cut = left.length > room && before < 0 ? left.indexOf(' ', room) : before;
    if (cut < 0) return [...lines, indent + left];
    lines.push(indent + left.slice(0, cut));
    left = left.slice(cut + 1);
    indent = rest + lead;
  }
}
