/** Arguments of a Node that loads the engine as the npm scripts do: it reads JSX, and chooses the campaign. */
export const REGISTER: readonly string[] = ['--import', './local/lib/register.ts'];
