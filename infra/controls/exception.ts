/** A rule that Crier doesn't follow somewhere: declared once, with everything that a security officer asks about it. */
export interface Exception {
  /** Ids in cdk-nag, without what a finding is about in brackets. Several, where packs ask for the same. */
  readonly rules: readonly string[];
  /** What the findings are about; for rules that name it. @default the rule names nothing */
  readonly finding?: RegExp;
  /** The type of the resources that it holds for. */
  readonly type: string;
  /** Their ids in the template. @default every one of the type */
  readonly ids?: RegExp;
  /** The same in words. */
  readonly where: string;
  /** Why the rule isn't followed. */
  readonly reason: string;
  /** What protects instead. */
  readonly instead: string;
}
