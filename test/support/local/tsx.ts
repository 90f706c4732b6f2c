/** Arguments of a Node that loads the console, as the npm scripts give them. */
export const TSX: readonly string[] = ['--import', './local/lib/tsx.ts'];
