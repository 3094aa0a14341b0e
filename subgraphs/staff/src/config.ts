import { optional, port, readConfig, secret, url } from "@yimen/kernel/config";

export type Config = ReturnType<typeof configFrom>;

/** All settings of the process; see docs/configuration.md. @throws Error naming every problem at once */
export const configFrom = (env: NodeJS.ProcessEnv) =>
  readConfig<{
    port: number;
    databaseUrl: URL;
    callerSecret: string;
    casesUrl: URL;
    clockFile: string | undefined;
  }>(env, {
    port: port("STAFF_PORT", 4003),
    databaseUrl: url("STAFF_DATABASE_URL"),
    callerSecret: secret("YIMEN_CALLER_SECRET"),
    casesUrl: url("CASES_URL"),
    clockFile: optional("YIMEN_CLOCK_FILE"),
  });
