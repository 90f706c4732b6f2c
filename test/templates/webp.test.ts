import { describe, expect, it } from 'vitest';
import { pictureHeight } from '../../templates/tools/webp.ts';

describe('pictureHeight', () => {
  it.each([
    [900.2, 901],
    [16_383, 16_383],
    [20_480, 16_383],
  ])('of a page %d px tall is %d px, which a WebP can hold', (height, expected) => {
    expect(pictureHeight({ height })).toBe(expected);
  });
});
