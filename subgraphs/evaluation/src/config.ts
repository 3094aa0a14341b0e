import { optional, port, readConfig, secret, url, urls } from "@yimen/kernel/config";
import type { OpenRelay } from "@yimen/kernel/logRelay";
import { relay } from "@yimen/kernel/natsRelay";

export type Config = ReturnType<typeof configFrom>;

/** All settings of the process; see docs/configuration.md. @throws Error naming every problem at once */
export const configFrom = (env: NodeJS.ProcessEnv) =>
  readConfig<{
    port: number;
    databaseUrl: URL;
    callerSecret: string;
    casesUrls: readonly URL[];
    staffUrls: readonly URL[];
    clockFile: string | undefined;
    relay: OpenRelay | undefined;
  }>(env, {
    port: port("EVALUATION_PORT", 4004),
    databaseUrl: url("EVALUATION_DATABASE_URL"),
    callerSecret: secret("YIMEN_CALLER_SECRET"),
    casesUrls: urls("CASES_URL"),
    staffUrls: urls("STAFF_URL"),
    clockFile: optional("YIMEN_CLOCK_FILE"),
    relay,
  });
