import { campaign } from '#campaign';
import type { StatedRow, Table } from '../../../campaigns/campaign.ts';
import type { Plan } from './plan.ts';
import { valueAt } from './problem.ts';
import { readPlace } from './section-texts.ts';

/** What emails of every campaign state. */
const OWN: Table<StatedRow> = {
  'help-desk-phone': { label: 'Our help desk’s phone number', at: ['court', 'helpDesk', 'phone'] },
  'help-desk-email': { label: 'Our help desk’s email address', at: ['court', 'helpDesk', 'email'] },
  'help-desk-hours': { label: 'Our help desk’s hours', at: ['court', 'helpDesk', 'hours'] },
};
const ROWS: Table<StatedRow> = { ...OWN, ...campaign.email.stated };

/** Before the place of a court's own text: `text:notice/help`. */
const TEXT = 'text:';

/** The facts that a plan's emails state, by key, each as one text. A fact that the plan leaves out isn't there. */
export function statedFacts(plan: Plan): ReadonlyMap<string, string> {
  const rows = Object.entries(ROWS).flatMap(([key, { at }]): [string, string][] => {
    const value = valueAt(plan, at);
    return value === undefined ? [] : [[key, String(value)]];
  });
  const texts = Object.entries(plan.sectionTexts ?? {}).flatMap(([place, { text }]): [string, string][] => {
    const carried = carriedFacts(text);
    return carried.length > 0 ? [[`${TEXT}${place}`, carried.join(', ')]] : [];
  });
  return new Map([...rows, ...texts]);
}

/** The facts of a plan as one comparable string, as `datesOf` is for its dates. */
export function factsOf(plan: Plan): string {
  return JSON.stringify([...statedFacts(plan)]);
}

/** The facts that one plan states and another states differently, or no longer. */
export function changedFacts(before: Plan, now: Plan): string[] {
  const after = statedFacts(now);
  return [...statedFacts(before)].filter(([key, value]) => after.get(key) !== value).map(([key]) => key);
}

/** Phone numbers, addresses and pages: what a reader of a court's own text acts on. The wording around them may change. */
function carriedFacts(text: string): string[] {
  const found = text.matchAll(
    /https:\/\/[^\s)<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:\+?1[-. ])?(?:\(\d{3}\) ?|\d{3}[-. ])\d{3}[-. ]\d{4}/g,
  );
  return [...new Set([...found].map(([each]) => each.replace(/[.,;]$/, '')))].sort();
}

/** What a fact is called, or the place of the own text that carries it. */
export function factLabel(key: string): { readonly label: string } | { readonly place: string } {
  return key.startsWith(TEXT) ? { place: key.slice(TEXT.length) } : { label: ROWS[key]?.label ?? key };
}

/** The plan with another value of a fact, to find out which of its emails state that fact. */
export function withOtherFact(plan: Plan, key: string): Plan {
  const copy = structuredClone(plan);
  if (key.startsWith(TEXT)) {
    const place = key.slice(TEXT.length);
    if (!readPlace(place)) return copy;
    const other = { text: OTHER, made: { html: `<p>${OTHER}</p>`, text: OTHER } };
    return { ...copy, sectionTexts: { ...copy.sectionTexts, [place]: other } };
  }
  const path = [...ROWS[key]!.at];
  const last = path.pop()!;
  const parent = valueAt(copy, path) as Record<string, unknown>;
  parent[last] = otherThan(parent[last]);
  return copy;
}

const OTHER = 'Another text';

function otherThan(value: unknown): unknown {
  if (typeof value === 'number') return value + 1;
  const text = String(value);
  if (text.startsWith('https:')) return 'https://another.uscourts.gov/page';
  return text.includes('@') && !/\s/.test(text) ? 'another@uscourts.gov' : OTHER;
}
