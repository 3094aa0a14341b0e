import type { RefusedOutcome } from "../engine/engine.js";

/** Refuses an operation whole, because its caller may not have these fields. */
export const unauthorized = (fields: readonly string[]): RefusedOutcome => ({
  kind: "refused",
  errors: [
    {
      message: "您无权查看所请求的字段。 You may not see the fields that were asked for.",
      extensions: { code: "UNAUTHORIZED_FIELD_OR_TYPE", fields },
    },
  ],
});
