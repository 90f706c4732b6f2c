/** Members of a plan that had another name before, by that name. */
const OLD_NAMES: Readonly<Record<string, string>> = { fourEyes: 'twoPersonApproval' };

/**
 * A plan's value with today's names of its members. A file with both names of one keeps the old one, which the schema
 * refuses.
 */
export function withNewNames(raw: unknown): unknown {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return raw;
  const renamed = Object.entries(raw).map(([name, value]) => {
    const today = Object.hasOwn(OLD_NAMES, name) ? OLD_NAMES[name]! : name;
    return [today in raw ? name : today, value];
  });
  return Object.fromEntries(renamed);
}
