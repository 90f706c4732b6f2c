/** The names of what a model holds: `launch.goLive.at`. A list is one. */
export function namesIn(value: object, prefix = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && !Array.isArray(inner) ? namesIn(inner, `${prefix}${key}.`) : [prefix + key],
  );
}
