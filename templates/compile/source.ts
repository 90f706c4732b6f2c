/** One file of the templates: a message or a partial. */
export interface Source {
  /** `notice` or `help`: the file's name without its ending. */
  readonly name: string;
  /** Shown in problems: `templates/partials/help.md`. */
  readonly file: string;
  readonly text: string;
}

/** All files of the templates. */
export interface Sources {
  readonly messages: readonly Source[];
  readonly partials: readonly Source[];
  /** The frame of each kind of output: `email.html`, `email.txt`, `page.html`. */
  readonly layouts: readonly Source[];
}

/** What is wrong with a template, and where. */
export interface TemplateProblem {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly message: string;
}

/** `templates/messages/notice.md:12: unknown name …`: one line a problem, as editors and terminals link it. */
export function lineOf({ file, line, message }: TemplateProblem): string {
  return `${file}:${line}: ${message}`;
}
