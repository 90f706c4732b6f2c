const OWN_HOST = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/**
 * Whether a request's Host header names this machine. Otherwise a strange website may have let a name of its own lead here
 * ("DNS rebinding"), and would be able to read the answer.
 */
export function isOwnHost(host = ''): boolean {
  return OWN_HOST.test(host);
}
