/** A part of a path as ours are made: ids, names and file endings. */
const PART = /^[A-Za-z0-9_~@:-][A-Za-z0-9._~@:-]*$/;

/**
 * Whether a path is one of the kind that the console has. API Gateway may have decoded it or not, so nothing
 * that could be decoded again gets in: no `%`, no backslash, no part that begins with a dot, no `//`.
 */
export function isPlainPath(path: string): boolean {
  if (!path.startsWith('/') || path.length > 300) return false;
  const parts = path.slice(1).split('/');
  return parts.every((part, index) => PART.test(part) || (part === '' && index === parts.length - 1));
}

/** Characters of a query as browsers write it. */
const QUERY = /^[A-Za-z0-9._~!$&'()*+,;=:@%/?-]*$/;

/**
 * A console path with its query, from the address bar; `null` for anything else. An old URL that contains search terms
 * keeps only its path.
 */
export function ownPath(to: string | undefined): string | null {
  if (to === undefined || to.length > 1000) return null;
  const [path = '', ...rest] = to.split('?');
  const query = rest.join('?');
  if (!isPlainPath(path) || !QUERY.test(query)) return null;
  const hasWords = new URLSearchParams(query).has('q');
  return query === '' || hasWords ? path : `${path}?${query}`;
}
