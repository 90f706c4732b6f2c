import { describe, expect, it } from 'vitest';
import { isFoundBy, searchWords, wordsOf } from '../../../../functions/domain/roster/search-words.ts';
import { aFiler } from '../../../support/roster/listed.ts';

describe('searchWords', () => {
  it.each([
    ['jane smi', ['jane', 'smi']],
    ['Núñez, JOSÉ', ['nunez', 'jose']],
    ["O'Neil", ['oneil']],
    ['Weiß', ['weiss']],
    ['Łukasz Ødegård', ['lukasz', 'odegard']],
    ['jane.smi@exam', ['jane.smi@exam']],
    ['@kirkland.com', ['kirkland']],
    ['(212) 555-0101', ['212', '555', '0101']],
    ['NY-12345', ['ny', '12345']],
    ['ﬁrm', ['firm']],
    ['a', []],
    [' . - ', []],
    ['J. Smith', ['smith']],
  ])('takes %j apart', (typed, words) => {
    expect(searchWords(typed)).toEqual(words);
  });
});

describe('wordsOf', () => {
  const filer = aFiler('JSmith', {
    firstName: 'Jané Q.',
    lastName: "O'Neil-Smith",
    firm: 'Müller & Sons, P.C.',
    email: 'jane.smith@kirkland.com',
    secondaryEmails: ['desk@court.gov'],
    barId: 'NY-123456',
    phone: '+1 (212) 555-0101',
  });

  it.each([
    'jane',
    'one',
    "o'neil",
    'neil',
    'smith',
    'oneil smith',
    'muller',
    'mull son',
    'jane.smith@kirk',
    'jane.smith@kirkland.com',
    'kirkland',
    '@kirkland.com',
    'desk@',
    'jsm',
    'ny-123',
    'ny123456',
    '123456',
    '2125550101',
    '12125550101',
    '(212) 555-0101',
    '555-01',
    filer.filerId,
    filer.filerId.slice(0, 6),
  ])('finds it by %j', (typed) => {
    expect(isFoundBy(wordsOf(filer), searchWords(typed))).toBe(true);
  });

  it.each(['mith', 'com', 'jane muster', 'kirkland.gov@', '0102'])('does not find it by %j', (typed) => {
    expect(isFoundBy(wordsOf(filer), searchWords(typed))).toBe(false);
  });
});
