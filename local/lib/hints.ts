/** Which Crier a command was told to talk to. */
export interface Target {
  /** Data folder, as `--data` named it. */
  readonly data?: string | undefined;
  /** What `--aws` named. */
  readonly aws?: string | undefined;
}

/** A command that a text proposes, up to its first word, which may be quoted. */
const COMMAND = /\bnpm run (ops|invoke|upload) -- ('(?:[^']|'\\'')+'|[\w./-]+)/g;

/** Makes the commands that a text proposes talk to the same Crier as the command that prints it. */
export function hintsFor(text: string, { data, aws }: Target): string {
  const ofAll = data === undefined ? '' : ` --data ${shellWord(data)}`;
  const ofOps = aws === undefined ? '' : ` --aws ${shellWord(aws)}`;
  return text.replaceAll(COMMAND, (command, name) => command + (name === 'ops' && ofOps ? ofOps : ofAll));
}

/** As a shell takes it for one word. */
export function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
