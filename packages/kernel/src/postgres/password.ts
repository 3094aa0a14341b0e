import { randomBytes } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The superuser's password, made once and kept beside the data it opens, so that the two cannot part. */
export function keptPassword(home: string): string {
  const file = join(home, "password");
  try {
    return readFileSync(file, "utf8");
  } catch {
    const password = randomBytes(24).toString("base64url");
    writeFileSync(file, password, { mode: 0o600, flag: "wx" });
    return password;
  }
}
