/**
 * A plan with another value at a path.
 * @param value `undefined`: the member is taken away, and what holds nothing else with it
 */
export function withMember(
  record: object,
  { at: [key = '', ...rest], value }: { readonly at: readonly string[]; readonly value: unknown },
): object {
  const { [key]: old = {}, ...others } = record as Record<string, object>;
  const next = rest.length > 0 ? withMember(old, { at: rest, value }) : value;
  const isEmpty = next === undefined || Object.keys(next as object).length === 0;
  return isEmpty ? others : { ...record, [key]: next };
}
