/** Whether emails reach a filer: `no-address`: the roster has none; `suppressed`: bounced permanently, or complained. */
export const REACHES = ['email', 'no-address', 'suppressed'] as const;
/** See {@link REACHES}. */
export type Reach = (typeof REACHES)[number];
