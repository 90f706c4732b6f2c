const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `August 11, 2014` of `2014-08-11`, `August 2014` of `2014-08`; what is no such date stays as it is. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = MONTHS[Number(month) - 1];
  if (!name) return date;
  return day ? `${name} ${Number(day)}, ${year}` : `${name} ${year}`;
}
