/** The shards of filers, in rosters and in the send log: the first hexadecimal digit of a filer's id. */
export const SHARDS: readonly string[] = [...'0123456789abcdef'];
