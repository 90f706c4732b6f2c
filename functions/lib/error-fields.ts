/** Frames in a log line: enough to tell which call led there. */
const MAX_FRAMES = 5;
const FRAME = /^\s+at /;
/** A frame of the engine or of a campaign. Anything else that a line could hold is left out. */
const OWN_FRAME = /^\s+at .*?((?:functions|campaigns|templates)\/[\w./-]+\.tsx?:\d+):\d+\)?$/;
const LIBRARY_FRAME = /^\s+at .*?(?:node_modules\/((?:@[\w.-]+\/)?[\w.-]+)\/|(node:[\w/]+):\d+)[^\s]*$/;

/**
 * What a log line says about an error: its name, and where it arose as file and line, innermost first:
 * `functions/aws/chunks.ts:84 < functions/send-email/send-chunk.ts:31`. Never its message, which may quote an address.
 */
export function errorFields(error: unknown): Readonly<Record<'error' | 'at', string>> {
  if (!(error instanceof Error)) return { error: typeof error, at: 'unknown' };
  return { error: error.name, at: framesOf(error).join(' < ') || 'unknown' };
}

/** File and line of the frames in Crier's code; for an error that has none, the library that threw it. */
function framesOf(error: Error): string[] {
  const lines = frameLines(error);
  const own = lines.flatMap((line) => OWN_FRAME.exec(line)?.[1] ?? []);
  if (own.length > 0) return own.slice(0, MAX_FRAMES);
  return lines.flatMap((line) => LIBRARY_FRAME.exec(line)?.slice(1).find(Boolean) ?? []).slice(0, 1);
}

/** The lines below the message: a message can have lines that look like frames. */
function frameLines({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message);
  if (start >= 0) return stack.slice(start + message.length).split('\n');
  // The message was changed after the stack was taken: the frames are what comes last.
  const lines = stack.split('\n');
  return lines.slice(lines.findLastIndex((line) => !FRAME.test(line)) + 1);
}

/** Crier's own errors are sentences that start like this, and hold ids only. */
const OWN_MESSAGE = /^Cannot /;

/**
 * The error that Lambda may log instead of an unhandled one: Lambda logs an error's message too, and those
 * of libraries can quote what they were given.
 */
export function loggable(thrown: unknown): Error {
  const { error, at } = errorFields(thrown);
  const message = thrown instanceof Error && OWN_MESSAGE.test(thrown.message) ? thrown.message : at;
  const clean = new Error(message);
  clean.name = error;
  clean.stack = `${error}: ${message}\n    at ${at}`;
  return clean;
}
