import type { IncomingHttpHeaders } from 'node:http';
import type { Template } from '../template/template.ts';

/** A rule of a bucket, as the template writes it. */
export interface CorsRule {
  readonly AllowedMethods: readonly string[];
  readonly AllowedOrigins: readonly string[];
  readonly AllowedHeaders?: readonly string[];
  readonly MaxAge?: number;
}

/** The rules for browsers that the template gives a bucket, by the bucket's name. */
export function corsOf(template: Template, bucket: string): readonly CorsRule[] {
  const found = template.ofType('AWS::S3::Bucket').find(({ name }) => name === bucket);
  const { CorsRules = [] } = (found?.properties.CorsConfiguration ?? {}) as { CorsRules?: CorsRule[] };
  return CorsRules;
}

/**
 * What S3 tells a browser of another origin: the headers of its answer; `null` when no rule lets it ask. A rule for any
 * origin lets only the given ones ask: on this machine, any would be every website.
 * @param isPreflight Whether a browser asks before it sends the request: then the method and headers that it names
 * count.
 */
export function corsHeaders(
  rules: readonly CorsRule[],
  { headers, method, isPreflight, origins }: Asked,
): Record<string, string> | null {
  const { origin } = headers;
  if (origin === undefined || !origins.includes(origin)) return null;
  const asked = isPreflight ? String(headers['access-control-request-method'] ?? '') : method;
  const names = isPreflight ? namesIn(headers['access-control-request-headers']) : [];
  const rule = rules.find(
    ({ AllowedMethods, AllowedOrigins, AllowedHeaders = [] }) =>
      AllowedMethods.includes(asked) &&
      AllowedOrigins.some((pattern) => like(pattern, origin)) &&
      names.every((name) => AllowedHeaders.some((pattern) => like(pattern.toLowerCase(), name))),
  );
  if (!rule) return null;
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': rule.AllowedMethods.join(', '),
    ...(names.length > 0 && { 'access-control-allow-headers': names.join(', ') }),
    ...(isPreflight && rule.MaxAge !== undefined && { 'access-control-max-age': String(rule.MaxAge) }),
    vary: 'Origin, Access-Control-Request-Headers, Access-Control-Request-Method',
  };
}

interface Asked {
  readonly headers: IncomingHttpHeaders;
  readonly method: string;
  readonly isPreflight: boolean;
  readonly origins: readonly string[];
}

function namesIn(header: string | string[] | undefined): string[] {
  return String(header ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter(Boolean);
}

/** The template has no patterns but `*`, which fits all. */
function like(pattern: string, value: string): boolean {
  return pattern === '*' || pattern === value;
}
