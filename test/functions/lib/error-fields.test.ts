import { describe, expect, it } from 'vitest';
import { queueUrlAt } from '../../../functions/aws/queue-url.ts';
import { errorFields, loggable } from '../../../functions/lib/error-fields.ts';

/** An error with this message, and these frames below it. */
function errorOf(message: string, ...frames: readonly string[]): Error {
  const error = new TypeError(message);
  error.stack = [`TypeError: ${message}`, ...frames.map((frame) => `    at ${frame}`)].join('\n');
  return error;
}

/** What a call throws. */
function thrownBy(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return error;
  }
}

describe('errorFields', () => {
  it('names file and line of a real error, and the callers in Crier', () => {
    const error = thrownBy(() => queueUrlAt({}, 'CRIER_CHUNK_QUEUE'));
    expect(errorFields(error)).toEqual({
      error: 'Error',
      at: expect.stringMatching(/^functions\/lib\/env\.ts:\d+ < functions\/aws\/queue-url\.ts:\d+ </),
    });
  });

  it.each([
    [
      'frames of the bundle, by its source map',
      [
        'Object.put (/var/functions/aws/chunks.ts:84:9)',
        'async sendChunk (file:///functions/send-email/send-chunk.ts:31:5)',
      ],
      'functions/aws/chunks.ts:84 < functions/send-email/send-chunk.ts:31',
    ],
    [
      'five at most',
      [1, 2, 3, 4, 5, 6].map((line) => `/x/functions/a.ts:${line}:1`),
      [1, 2, 3, 4, 5].map((line) => `functions/a.ts:${line}`).join(' < '),
    ],
    [
      'the library, where no frame is ours',
      ['f (/x/node_modules/@smithy/core/dist/index.js:1:2)', 'g (/x/node_modules/zod/index.js:3:4)'],
      '@smithy/core',
    ],
    ["a part of Node's", ['TLSSocket.end (node:_tls_wrap:500:1)'], 'node:_tls_wrap'],
    ['nothing that it does not know', ['<anonymous>', 'eval (eval at jane_doe@x.test:1:1)'], 'unknown'],
  ])('keeps %s', (_, frames, at) => {
    expect(errorFields(errorOf('jane_doe@x.test', ...frames))).toEqual({ error: 'TypeError', at });
  });

  it('attack: a message can’t pass for a frame', () => {
    const message = 'no such user\n    at functions/Jane/Doe.ts:1:1\n    at functions/jane.ts:2:2';
    const frame = '/x/functions/aws/ses.ts:9:1';
    expect(errorFields(errorOf(message, frame)).at).toBe('functions/aws/ses.ts:9');
  });

  it('finds the frames when the message was changed after the stack was taken', () => {
    const error = errorOf('first', '/x/functions/aws/ses.ts:9:1');
    error.message = 'jane_doe@x.test is not verified';
    expect(errorFields(error).at).toBe('functions/aws/ses.ts:9');
  });

  it('takes anything that is thrown', () => {
    expect(errorFields('jane_doe@x.test')).toEqual({ error: 'string', at: 'unknown' });
    expect(errorFields(undefined)).toEqual({ error: 'undefined', at: 'unknown' });
  });
});

describe('what Lambda logs of an error that no one handled', () => {
  it('holds no message of a library', () => {
    const { name, message, stack } = loggable(
      errorOf('jane_doe@x.test is not verified', '/x/functions/aws/ses.ts:9:1'),
    );
    expect({ name, message }).toEqual({ name: 'TypeError', message: 'functions/aws/ses.ts:9' });
    expect(stack).not.toContain('jane_doe');
  });

  it("keeps Crier's own sentences, which the caller reads", () => {
    const sentence = 'Cannot finish the sweep because these parts failed: runs';
    expect(loggable(new Error(sentence)).message).toBe(sentence);
  });
});
