/** Names an entry of the audit log: its time, and the request that it came with. */
export interface AuditKey {
  /** Instant, ISO 8601 in UTC. */
  readonly at: string;
  readonly requestId: string;
}

/** Where the entries are in the bucket. */
export const ENTRIES = 'entries/';

/** The key of an entry's object: `entries/2018-07-24T13:00:00Z/<request>.json`. Objects sort by time. */
export function objectKeyOf({ at, requestId }: AuditKey): string {
  return `${ENTRIES}${at}/${requestId}.json`;
}

/** The place of an entry in the index: `2018-07-24T13:00:00Z#<request>`. */
export function placeOf({ at, requestId }: AuditKey): string {
  return `${at}#${requestId}`;
}

/** The entry at a place of the index; `null`: it is none. */
export function keyAtPlace(place: string): AuditKey | null {
  return keyIn(/^([^#]+)#(.+)$/.exec(place));
}

/** The entry of an object's key; `null`: it is none. */
export function keyOfObject(key: string): AuditKey | null {
  return keyIn(/^entries\/([^/]+)\/(.+)\.json$/.exec(key));
}

function keyIn(found: RegExpExecArray | null): AuditKey | null {
  const [, at, requestId] = found ?? [];
  return at && requestId ? { at, requestId } : null;
}
