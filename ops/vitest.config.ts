import { mergeConfig } from "vitest/config";
import shared from "../vitest.shared.js";

// Whole processes are started here, several at a time on a machine that has other things to do.
export default mergeConfig(shared, { test: { testTimeout: 60_000 } });
