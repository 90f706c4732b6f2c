const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Whether a request's Host header names this machine. If not, a strange website may have made a name of its own lead
 * here ("DNS rebinding") so that it can read the answer.
 */
export function isOwnHost(host = ''): boolean {
  return OWN_HOST.test(host);
}
