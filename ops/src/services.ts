import { readFileSync } from "node:fs";
import { join } from "node:path";

/** One process of the house, as `ops/services.json` lists it. Those with a database start first. */
export interface Service {
  readonly name: string;
  /** Folder below the clone, with `dist/main.js` and, where it has a database, `prisma/` and `dist/seed.js`. */
  readonly folder: string;
  readonly port: number;
  readonly database?: string;
  /** Megabytes of JavaScript heap. */
  readonly memory: number;
  /** Megabytes of each half of the heap's young generation: more where many requests are under way at once; 4. */
  readonly semiSpace?: number;
  /** Program below `dist/` that gets the seeded data ready for today, such as people signing in; run at every start. */
  readonly atStart?: string;
  /** Settings for a machine of one's own, which the environment may overrule. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A service that keeps data of its own. */
export type DataService = Service & { readonly database: string };

/** The services on the ports that the environment gives them: `CASES_PORT` moves cases. */
export function readServices(root: string, env = process.env): readonly Service[] {
  const services = JSON.parse(readFileSync(join(root, "ops", "services.json"), "utf8")) as Service[];
  return services.map((service) => ({ ...service, port: Number(env[settingName(service, "PORT")] || service.port) }));
}

export const hasDatabase = (service: Service): service is DataService => service.database !== undefined;

/** Name of a service's own setting: ("cases", "PORT") → CASES_PORT. */
export const settingName = ({ name }: Service, setting: string) => `${name.toUpperCase()}_${setting}`;
