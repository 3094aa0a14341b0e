import { optional, port, readConfig, secret, url } from "@yimen/kernel/config";

export type Config = ReturnType<typeof configFrom>;

/** All settings of the process; see docs/configuration.md. @throws Error naming every problem at once */
export const configFrom = (env: NodeJS.ProcessEnv) =>
  readConfig<{
    port: number;
    databaseUrl: URL;
    callerSecret: string;
    receiptKey: string;
    catalogueUrl: URL;
    staffUrl: URL;
    clockFile: string | undefined;
  }>(env, {
    port: port("CASES_PORT", 4002),
    databaseUrl: url("CASES_DATABASE_URL"),
    callerSecret: secret("YIMEN_CALLER_SECRET"),
    receiptKey: secret("CASES_RECEIPT_KEY"),
    catalogueUrl: url("CATALOGUE_URL"),
    staffUrl: url("STAFF_URL"),
    clockFile: optional("YIMEN_CLOCK_FILE"),
  });
