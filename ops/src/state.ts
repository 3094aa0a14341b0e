import { join } from "node:path";

/** The files of one clone's running system, all below `.yimen/`. */
export const stateOf = (root: string) => {
  const folder = join(root, ".yimen");
  return {
    folder,
    lock: join(folder, "launcher.lock"),
    processes: join(folder, "processes.json"),
    logs: join(folder, "logs"),
    secrets: join(folder, "secrets.json"),
    jwks: join(folder, "jwks.json"),
    partners: join(folder, "partners.json"),
    clock: join(folder, "clock.json"),
    readAudit: join(folder, "read-audit.jsonl"),
    postgres: join(folder, "postgres"),
    postgresPort: join(folder, "postgres.port"),
  };
};

export type State = ReturnType<typeof stateOf>;
