/** How the rules' reasons, which the console shows to the clerk, read in a letter to the filer. */
const TO_THE_FILER: readonly (readonly [of: RegExp, is: string])[] = [
  [/\bPACER had restricted this account\b/, 'PACER had restricted your account'],
  [/\bPACER had prompted this filer\b/, 'PACER had prompted you'],
  [/\blist this filer as\b/, 'list you as'],
  [/\bwhether the account is shared$/, 'whether you share this account'],
];

/** A reason as a letter says it: `our records list you as a filing agent`. */
export function asTold(reason: string): string {
  return TO_THE_FILER.reduce((told, [of, is]) => told.replace(of, is), reason);
}
