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

export interface SynthesizedStack {
  /** Name of the stack as deployed. */
  readonly name: string;
  readonly template: CloudFormation;
}

/** A CloudFormation template as far as it is read here. */
export interface CloudFormation {
  readonly Resources: Readonly<Record<string, RawResource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>
  >;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
}

export interface RawResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** The stacks of a launch, read as one. */
export interface Template {
  /** Resources of a type, in the order of the template. References resolve when the properties are read. */
  ofType(type: string): Resource[];
  /** Every type that occurs. */
  readonly types: ReadonlySet<string>;
  /** Sets what a `Ref` gives for a resource whose name isn't enough: a queue's address. */
  setReference(resource: Resource, reference: string): void;
  /** Sets what `Fn::GetAtt` gives for an attribute that only whoever runs the resource knows: an address. */
  setAttribute(resource: Resource, name: string, value: string): void;
}

/** Reads the stacks of a launch as one template. */
export function readTemplate(stacks: readonly SynthesizedStack[]): Template {
  const resolve = resolver(stacks);
  const resources = stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources).map(([id, raw]) => resourceOf(stack, { id, raw, resolve })),
  );
  const stackOf = ({ id, type }: Resource) =>
    stacks.find(({ template }) => template.Resources[id]?.Type === type);
  return {
    ofType: (type) => resources.filter((resource) => resource.type === type),
    types: new Set(resources.map(({ type }) => type)),
    setReference: (resource, reference) => {
      const stack = stackOf(resource);
      if (stack) resolve.setReference(stack, { id: resource.id, reference });
    },
    setAttribute: (resource, name, value) => {
      const stack = stackOf(resource);
      if (stack) resolve.setAttribute(stack, { id: resource.id, name, value });
    },
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
