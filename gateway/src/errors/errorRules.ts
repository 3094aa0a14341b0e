/** How errors leave the gateway. */
export interface ErrorRules {
  /** Tells everything, as development needs it: foreign messages and validation's suggestions included. */
  readonly verbose: boolean;
}
