/** A call to AWS by a function, or a delivery by a rule or a schedule. */
export interface AccountCall {
  /** Id of the function or rule in the template; name of the schedule. */
  readonly by: string;
  readonly action: string;
  /** ARN. */
  readonly resource: string;
}

/** What goes wrong in the account on purpose. Each is asked again for every call. */
export interface Faults {
  /**
   * Whether AWS refuses a call that the template grants: someone disabled a key, or changed a policy by hand.
   * @default never
   */
  readonly refuses?: (call: AccountCall) => boolean;
  /**
   * Whether a function hangs, so that Lambda ends the invocation at its time limit.
   * @default never
   */
  readonly hangs?: (functionId: string) => boolean;
}
