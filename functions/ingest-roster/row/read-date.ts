import { parseDate } from './parse-date.ts';
import { AS_UNKNOWN, type CellContext, NO_NOTES, type Reading, refuse } from './reading.ts';

/** Reads when the PACER account was made: a date, or as much of it as the cell says. */
export function pacerCreated(value: string, { today }: CellContext): Reading {
  if (value === '') return { facts: { pacerCreated: null }, notes: NO_NOTES };
  const parsed = parseDate(value, today);
  if (parsed.ok) return { facts: { pacerCreated: parsed.date }, notes: NO_NOTES };
  const { code, expected } = parsed;
  return {
    facts: { pacerCreated: null },
    notes: [{ code, severity: 'warning', expected: expected + AS_UNKNOWN }],
  };
}

/** Reads the day on which the link status was true; a blank cell takes the upload's. */
export function linkAsOf(value: string, { today }: CellContext): Reading {
  if (value === '') return { facts: { linkAsOf: today }, notes: NO_NOTES };
  const parsed = parseDate(value, today);
  if (!parsed.ok) return refuse(parsed.code, parsed.expected);
  if (parsed.date.length < 10)
    return refuse('date-incomplete', 'the day on which the link status was true, such as 2018-10-29');
  return { facts: { linkAsOf: parsed.date }, notes: NO_NOTES };
}
