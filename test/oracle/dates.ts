/** The first and the last day that a date of the roster may mean, `2018-10-22`; `null` for what is no date. */
interface Days {
  readonly first: string;
  readonly last: string;
}

/** Reads ISO dates, months and years, US dates and Excel's serial numbers. */
export function daysOf(text: string): Days | null {
  if (text === '') return null;
  if (/^\d{4}$/.test(text)) return { first: `${text}-01-01`, last: `${text}-12-31` };
  if (/^\d{4}-\d{2}$/.test(text)) return { first: `${text}-01`, last: `${text}-31` };
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { first: text, last: text };
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (us) {
    const day = `${us[3]}-${us[1]!.padStart(2, '0')}-${us[2]!.padStart(2, '0')}`;
    return { first: day, last: day };
  }
  if (/^\d{5}$/.test(text)) {
    const day = dayAfter('1899-12-30', Number(text));
    return { first: day, last: day };
  }
  return null;
}

/** Whole calendar days after a date. */
export function dayAfter(date: string, days: number): string {
  const [year, month, day] = date.split('-').map(Number);
  return new Date(Date.UTC(year!, month! - 1, day! + days)).toISOString().slice(0, 10);
}
