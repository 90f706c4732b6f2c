/** A table. Cells hold Markdown; `|` in one would end it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}

/** `` `a` ``, as code. */
export function code(text: string): string {
  return `\`${text}\``;
}

/** `a, b and c` */
export function listed(items: readonly string[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** A page of a campaign's guide: its title, where it comes from, and its paragraphs, sections and tables. */
export function page(title: string, { from, parts }: { from: string; parts: readonly string[] }): string {
  const note = `<!-- Made by npm run guides from ${from}. Change the tables there instead. -->`;
  return `${[`# ${title}`, note, ...parts].map((part) => part.trimEnd()).join('\n\n')}\n`;
}
