import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** Addresses, which no one reads word by word. Names and dates count as they are written. */
const ADDRESS = /https?:\/\/\S+|\S+@\S+|<\S+>/g;

/** How a letter reads. */
export interface Reading {
  /** Flesch-Kincaid grade: the years of school that its reader needs. */
  readonly grade: number;
  readonly words: number;
  readonly sentences: number;
  readonly longest: string;
}

/**
 * Reads a letter from below its salutation to the contacts.
 * @throws Error when it has neither
 */
export function readingOf(text: string): Reading {
  const sentences = sentencesOf(bodyOf(text)).map(wordsIn);
  const words = sentences.flat();
  const counts = {
    sentence: sentences.length,
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  };
  const longest = sentences.toSorted((one, other) => other.length - one.length)[0]!.join(' ');
  return { grade: fleschKincaid(counts), words: words.length, sentences: sentences.length, longest };
}

function bodyOf(text: string): string {
  const [start, end] = [text.indexOf('Dear '), text.indexOf('Who can help')];
  if (start < 0 || end < start)
    throw new Error('Cannot read a letter because it must have "Dear" and "Who can help"');
  return text.slice(text.indexOf('\n', start), end);
}

/** Its sentences after the salutation, each item of a list as one of its own. Headings are left out: their brevity says little. */
function sentencesOf(body: string): string[] {
  return body
    .replaceAll(/^.+\n-+$/gm, '')
    .split(/\n\n|\n(?=\s*(?:- |\d+\. ))/)
    .flatMap((block) =>
      block
        .replaceAll(/\s+/g, ' ')
        .replaceAll(ADDRESS, '')
        // Not behind an abbreviation: `9:00 a.m. Eastern Time`.
        .split(/(?<=[.?!])(?<!\b[ap]\.m\.)\s+(?=\S)/),
    )
    .filter((sentence) => wordsIn(sentence).length > 1);
}

function wordsIn(sentence: string): string[] {
  return sentence.match(/[A-Za-z'’]+/g) ?? [];
}
