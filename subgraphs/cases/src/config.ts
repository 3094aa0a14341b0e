import { optional, port, readConfig, secret, url, urls, whole } from "@yimen/kernel/config";
import type { OpenRelay } from "@yimen/kernel/logRelay";
import { relay } from "@yimen/kernel/natsRelay";

export type Config = ReturnType<typeof configFrom>;

/** All settings of the process; see docs/configuration.md. @throws Error naming every problem at once */
export const configFrom = (env: NodeJS.ProcessEnv) =>
  readConfig<{
    port: number;
    databaseUrl: URL;
    callerSecret: string;
    receiptKey: string;
    catalogueUrls: readonly URL[];
    staffUrls: readonly URL[];
    clockFile: string | undefined;
    reminderLeadDays: number;
    relay: OpenRelay | undefined;
  }>(env, {
    port: port("CASES_PORT", 4002),
    databaseUrl: url("CASES_DATABASE_URL"),
    callerSecret: secret("YIMEN_CALLER_SECRET"),
    receiptKey: secret("CASES_RECEIPT_KEY"),
    catalogueUrls: urls("CATALOGUE_URL"),
    staffUrls: urls("STAFF_URL"),
    clockFile: optional("YIMEN_CLOCK_FILE"),
    reminderLeadDays: whole("CASES_REMINDER_LEAD_DAYS", 30, 365),
    relay,
  });
