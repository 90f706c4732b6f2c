import fc from 'fast-check';
import { expect } from 'vitest';
import { BLANK, type Filer } from '../../../functions/domain/filer/filer.ts';
import { filerIdOf } from '../../../functions/domain/filer/filer-id.ts';
import type { IndexServices } from '../../../functions/index-roster/index-roster.ts';
import type { PreviousPage } from '../../../functions/lib/cursor.ts';
import type { LogFields } from '../../../functions/lib/runtime.ts';
import { aPlan } from '../builders/plan.ts';

/** A filer of the court `test`. */
export function aFiler(userId: string, facts: Partial<Filer> = {}): Filer {
  return {
    ...BLANK,
    filerId: filerIdOf('test', userId),
    userId,
    lastName: 'Nobody',
    linkAsOf: '2018-07-24',
    ...facts,
  } as Filer;
}

/** Letters of names, some of which fold into others. */
export const text = fc.oneof(
  fc.constantFrom(
    'Smith',
    'Smythe',
    'smi',
    'José',
    'Jose',
    "O'Neil",
    'Ødegård',
    'Weiß',
    'ﬁrm',
    'Ångström & Co',
    '李 小龍',
    '2125550101',
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

/** Rosters of a few filers, a third of them without an address. */
export const drawnRosters = fc
  .array(
    fc.record({
      lastName: text,
      firstName: fc.option(text),
      firm: fc.option(text),
      phone: fc.option(text),
      barId: fc.option(text),
    }),
    {
      maxLength: 30,
    },
  )
  .map((all) =>
    all.map((facts, n) => aFiler(`user${n}`, { ...facts, email: n % 3 ? `u${n}@smi.com` : null })),
  );

/** Services under plans that go live on these days, one after the other at each look; the last one stays. */
export function underPlans<Services extends IndexServices>(
  services: Services,
  ...days: string[]
): Services & { indexed: unknown[] } {
  const indexed: unknown[] = [];
  const currentPlan = async () => {
    const date = days.length > 1 ? days.shift()! : days[0]!;
    return {
      version: date,
      plan: aPlan({ 'goLive.date': date, 'phases.2.when.anchor': 'go-live' }),
    } as never;
  };
  const info = (_code: string, fields?: LogFields) => void indexed.push(fields?.version);
  return { ...services, plans: { current: currentPlan }, log: { ...services.log, info }, indexed };
}

/** A page as these tests look at it. */
export interface Shown {
  readonly ids: readonly string[];
  readonly offset: number | null;
  readonly previous: PreviousPage | null;
  readonly next: string | null;
}

/** Goes through all pages and back to the first. @returns whom each page has on the way there */
export async function walked(pageAt: (cursor: string | undefined) => Promise<Shown>): Promise<string[][]> {
  let page = await pageAt(undefined);
  const pages = [[...page.ids]];
  while (page.next) {
    page = await pageAt(page.next);
    if (page.offset !== null) expect(page.offset).toBe(pages.flat().length);
    pages.push([...page.ids]);
  }
  const back = [[...page.ids]];
  while (page.previous) {
    expect(page.previous.isRightBefore).toBe(true);
    page = await pageAt(page.previous.cursor ?? undefined);
    back.unshift([...page.ids]);
  }
  expect(back.flat()).toEqual(pages.flat());
  return pages;
}
