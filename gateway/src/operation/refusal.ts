import type { GraphQLFormattedError } from "graphql";

/** A request that is answered with an error before any operation runs, over whatever protocol it came. */
export class Refusal extends Error {
  constructor(
    /** HTTP status; other protocols have their own ways to say it. */
    readonly status: number,
    /** Stable, upper snake case. */
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = "Refusal";
  }

  get error(): GraphQLFormattedError {
    return { message: this.message, extensions: { code: this.code } };
  }
}

export const badRequest = (message: string) => new Refusal(400, "BAD_REQUEST", message);
