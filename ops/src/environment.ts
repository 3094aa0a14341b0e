import type { ProcessList } from "./processList.js";
import type { Secrets } from "./secrets.js";
import { type Service, settingName } from "./services.js";
import type { State } from "./state.js";

/** What the processes of one running system have in common. */
export interface House {
  /** Top folder of the clone. */
  readonly root: string;
  readonly services: readonly Service[];
  readonly secrets: Secrets;
  readonly state: State;
  readonly processes: ProcessList;
  /** Connection string by service name. */
  readonly databases: Readonly<Record<string, string>>;
}

/** What one service is told: its own port and database, where its siblings are, and the secrets it shares with them. */
export function environmentOf(service: Service, { services, secrets, state, databases }: House): NodeJS.ProcessEnv {
  const { DATABASE_URL: _whole, ...inherited } = process.env;
  const siblings = services.map((sibling) => [settingName(sibling, "URL"), `http://127.0.0.1:${sibling.port}/graphql`]);
  const foreign = services.map((sibling) => [settingName(sibling, "DATABASE_URL"), undefined]);
  const database = databases[service.name];
  return {
    ...service.env,
    ...inherited,
    ...Object.fromEntries(foreign),
    ...Object.fromEntries(siblings),
    ...(database && { [settingName(service, "DATABASE_URL")]: database }),
    [settingName(service, "PORT")]: String(service.port),
    ...(service.name === "cases" && { CASES_RECEIPT_KEY: secrets.receiptKey }),
    ...(service.name === "gateway" && {
      GATEWAY_DATABASE_URL: process.env.GATEWAY_DATABASE_URL,
      GATEWAY_READ_AUDIT_FILE: inherited.GATEWAY_READ_AUDIT_FILE ?? state.readAudit,
    }),
    YIMEN_CALLER_SECRET: secrets.callerSecret,
    YIMEN_CLOCK_FILE: state.clock,
    YIMEN_JWKS_FILE: state.jwks,
    YIMEN_PARTNERS_FILE: state.partners,
    APOLLO_TELEMETRY_DISABLED: "1",
    NODE_ENV: process.env.NODE_ENV ?? "production",
  };
}
