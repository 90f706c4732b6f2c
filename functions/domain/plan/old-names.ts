/** Renamed members of a plan, by their old names. */
const OLD_NAMES: Readonly<Record<string, string>> = { fourEyes: 'twoPersonApproval' };

/**
 * The plan with its members' current names. If a file has both names of a member, the old one stays, and the schema
 * refuses it.
 */
export function withNewNames(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const renamed = Object.entries(raw).map(([name, value]) => {
    const today = Object.hasOwn(OLD_NAMES, name) ? OLD_NAMES[name]! : name;
    return [today in raw ? name : today, value];
  });
  return Object.fromEntries(renamed);
}
