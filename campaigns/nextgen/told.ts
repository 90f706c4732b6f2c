/** How the rules' reasons, which the console shows to the clerk, read in a letter to the filer. */
const TO_THE_FILER: readonly (readonly [of: RegExp, is: string])[] = [
  [/^our records show a shared PACER account$/, 'our records show that you share a PACER account'],
  [/^our records show (?=(?:an?|no|only) )/, 'our records show that you have '],
  [/only a PACER Administrative Account$/, 'only a PACER Administrative Account (PAA)'],
  [
    /^our records list the CM\/ECF account as deceased$/,
    'our records show that this account is no longer active',
  ],
  [
    /^our records list the CM\/ECF account as (\w+)$/,
    'your CM/ECF account is $1, so you have no steps to complete',
  ],
  [/^judges and court staff do /, "as a judge or member of the court's staff, you do "],
  [/\bthe (?=PACER account is |accounts were |link was )/, 'your '],
];

/** A reason as a letter says it: `our records show that you have a legacy PACER account`. */
export function asTold(reason: string): string {
  return TO_THE_FILER.reduce((told, [of, is]) => told.replace(of, is), reason);
}
