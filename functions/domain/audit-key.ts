/** Identifies an audit log entry: its time and request id. */
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

/** The entry for a place in the index; `null` if the place isn't valid. */
export function keyAtPlace(place: string): AuditKey | null {
  return keyIn(/^([^#]+)#(.+)$/.exec(place));
}

/** The entry for an object's key; `null` if the key isn't an entry's. */
export function keyOfObject(key: string): AuditKey | null {
  return keyIn(/^entries\/([^/]+)\/(.+)\.json$/.exec(key));
}

function keyIn(found: RegExpExecArray | null): AuditKey | null {
  const [, at, requestId] = found ?? [];
  return at && requestId ? { at, requestId } : null;
}
