import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';

/** A template of CloudFormation, as far as it is compared. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** The templates of a launch's two stacks. */
export interface Templates {
  readonly data: Template;
  readonly pipeline: Template;
}

interface Resource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: unknown;
}

/** How two versions of Crier differ. */
export interface Difference {
  /** Functions that run different code. */
  readonly code: readonly string[];
  /** Resources that differ, or that only one of the two has. */
  readonly resources: readonly string[];
}

/** How the resources of two deployments differ. */
export function differenceOf(one: Templates, other: Templates): Difference {
  const [these, those] = [resourcesOf(one), resourcesOf(other)];
  const ids = [...new Set([...Object.keys(these), ...Object.keys(those)])].toSorted();
  const differ = (part: (resource: Resource | undefined) => unknown) =>
    ids.filter((id) => !isDeepStrictEqual(part(these[id]), part(those[id])));
  const inBoth = (id: string) => these[id] !== undefined && those[id] !== undefined;
  return { code: differ(codeOf).filter(inBoth), resources: differ(withoutCode) };
}

/** Names a version in a few characters: the same for the same code and the same settings. */
export function fingerprint(templates: Templates): string {
  const text = JSON.stringify(Object.entries(resourcesOf(templates)).toSorted());
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** By stack and id. Metadata is left out: the command line of CDK adds to it. */
function resourcesOf(templates: Templates): Record<string, Resource> {
  const entries = Object.entries(templates) as [string, Template][];
  const all = entries.flatMap(([stack, { Resources }]) =>
    Object.entries(asReturned(Resources)).map(([id, { Metadata: _, ...resource }]): [string, Resource] => [
      `${stack}/${id}`,
      resource,
    ]),
  );
  return Object.fromEntries(all.filter(([, { Type }]) => Type !== 'AWS::CDK::Metadata'));
}

/** CloudFormation returns a template with "?" for every character that isn't ASCII. */
function asReturned<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value).replaceAll(/[\u{80}-\u{10ffff}]/gu, '?'));
}

/** The name of the code in S3 is its hash. */
function codeOf(resource: Resource | undefined): unknown {
  return (resource?.Properties?.Code as { S3Key?: unknown } | undefined)?.S3Key;
}

function withoutCode(resource: Resource | undefined): unknown {
  if (codeOf(resource) === undefined) return resource;
  const { Code: _, ...Properties } = resource!.Properties!;
  return { ...resource, Properties };
}
