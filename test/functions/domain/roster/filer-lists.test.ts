import { expect, it } from 'vitest';
import { listPlacesOf, namePlaceOf } from '../../../../functions/domain/roster/filer-lists.ts';
import { aFiler } from '../../../support/roster/listed.ts';

it('cuts long names between characters, so that a file can hold every place', () => {
  for (const length of [62, 63, 64, 65]) {
    const long = `${'a'.repeat(length)}\u{20000}li`;
    const filer = aFiler('u1', { lastName: long, firm: long });
    for (const place of [namePlaceOf(filer), ...listPlacesOf(filer, null)])
      expect(Buffer.from(place, 'utf8').toString('utf8')).toBe(place);
  }
});
