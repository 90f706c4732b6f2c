/**
 * Finds each value once, and remembers it.
 * @param most how many are remembered: then all are forgotten. @default any number
 */
export function remembered<Value>(
  find: (key: string) => Value,
  most = Number.POSITIVE_INFINITY,
): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = find(key);
    known.set(key, value);
    return value;
  };
}
