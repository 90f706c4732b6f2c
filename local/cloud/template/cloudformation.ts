/** A stack as CDK synthesizes it. */
export interface SynthesizedStack {
  /** Name of the stack as deployed. */
  readonly name: string;
  readonly template: CloudFormation;
}

/** A CloudFormation template as far as it is read here. */
export interface CloudFormation {
  /** By id. */
  readonly Resources: Readonly<Record<string, RawResource>>;
  readonly Outputs?: Readonly<
    Record<string, { readonly Value: unknown; readonly Export?: { readonly Name: string } }>
  >;
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
}

/** A resource whose references aren't resolved yet. */
export interface RawResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}
