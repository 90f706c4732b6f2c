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
