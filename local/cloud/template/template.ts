import type { RawResource, SynthesizedStack } from './cloudformation.ts';
import { type Resolver, resolver } from './resolve.ts';

/** A resource of the synthesized stacks. */
export interface Resource {
  /** Id in the template, `ChunkQueue`. */
  readonly id: string;
  /** Physical name. */
  readonly name: string;
  /** Empty for a type that has none here. */
  readonly arn: string;
  readonly type: string;
  /** What a `Ref` gives. */
  readonly reference: string;
  /** With every reference resolved. */
  readonly properties: Readonly<Record<string, unknown>>;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** The stacks of a launch, read as one. */
export interface Template {
  /** Resources of a type, in the order of the template. References resolve when the properties are read. */
  ofType(type: string): Resource[];
  /** Every type that occurs. */
  readonly types: ReadonlySet<string>;
  /** Sets what a `Ref` gives for a resource whose name isn't enough: a queue's address. */
  setReference(resource: Resource, reference: string): void;
  /** Sets what `Fn::GetAtt` gives for an attribute that is known once the resource runs: an address. */
  setAttribute(resource: Resource, attribute: { name: string; value: string }): void;
}

/** Reads the stacks of a launch as one template. */
export function readTemplate(stacks: readonly SynthesizedStack[]): Template {
  const resolve = resolver(stacks);
  const stackOf = new Map<Resource, SynthesizedStack>();
  for (const stack of stacks) {
    for (const [id, raw] of Object.entries(stack.template.Resources)) {
      stackOf.set(resourceOf(stack, { id, raw, resolve }), stack);
    }
  }
  const resources = [...stackOf.keys()];
  return {
    ofType: (type) => resources.filter((resource) => resource.type === type),
    types: new Set(resources.map(({ type }) => type)),
    setReference: (resource, reference) =>
      resolve.setReference(stackOf.get(resource)!, { id: resource.id, reference }),
    setAttribute: (resource, attribute) =>
      resolve.setAttribute(stackOf.get(resource)!, { id: resource.id, ...attribute }),
  };
}

function resourceOf(
  stack: SynthesizedStack,
  { id, raw, resolve }: { id: string; raw: RawResource; resolve: Resolver },
): Resource {
  return {
    id,
    type: raw.Type,
    metadata: raw.Metadata ?? {},
    name: resolve.nameOf(stack, id),
    arn: resolve.arnOf(stack, id),
    get reference() {
      return String(resolve.value(stack, { Ref: id }));
    },
    get properties() {
      return resolve.value(stack, raw.Properties ?? {}) as Record<string, unknown>;
    },
  };
}
